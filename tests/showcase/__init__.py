"""Records that use photos in every way a model can, for the tests of the gate alone."""
