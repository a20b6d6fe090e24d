"""`python -m dluhy_service`."""

from dluhy_service.cli import main

if __name__ == "__main__":  # workers of some systems import this file again
    main()
