"""A whole editorial office in small: pages and records of every type, people's steps on them, what visitors read."""
