"""The directory of services: entries from the user’s file, what to mend in it, who helps where, where nobody does."""
