"""The part of GitHub's GraphQL interface that tells what REST keeps to itself: edits, pins, drafts."""

from paraf.adapters.forge_double.graphql.answer import answer

__all__ = ["answer"]
