"""The moderators' desk: the queue of credits and the screen where one is decided."""
