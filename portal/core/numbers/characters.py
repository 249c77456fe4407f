"""The typographic characters numbers are set with, by name, since in the source they look alike."""

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS_SIGN = "\N{MINUS SIGN}"
MULTIPLICATION_SIGN = "\N{MULTIPLICATION SIGN}"
EN_DASH = "\N{EN DASH}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
