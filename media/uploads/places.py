"""How many requests of a process may wait at once for an uploaded file to be looked at."""

import threading

from media.uploads.limits import LIMITS

# Pictures and documents share them: one thread is always left for everybody else, whatever is being uploaded.
PLACES = threading.BoundedSemaphore(LIMITS.places)
