"""A result computed again by its receipt, from files or from content: the same, or what differs."""

from dluhy.replaying.again import replay_content, replay_files
from dluhy.replaying.values import Difference, Replayed

__all__ = ["Difference", "Replayed", "replay_content", "replay_files"]
