"""Takes pictures from editors: nothing is decoded in the server's own process before it has been looked at."""
