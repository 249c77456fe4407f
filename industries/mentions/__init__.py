"""Where the portal speaks of an organisation: public texts are kept as published and searched for its name."""
