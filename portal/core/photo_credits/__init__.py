"""The page of photo credits: whose photos the portal shows, where, on what terms; and the map of images."""
