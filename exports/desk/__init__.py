"""What editors see of exports at a glance: what is due for review, what happens when."""
