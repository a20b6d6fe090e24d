"""The index of social exclusion: points, index and band of municipalities, what would move a place one band."""

from dluhy.municipal.index.computing import Indexed, computed, index_of

__all__ = ["Indexed", "computed", "index_of"]
