"""What the correspondence room stores."""

from putright.correspondence.models.letters import LetterVersion

__all__ = ["LetterVersion"]
