"""A GitHub that remembers, on a loopback port: for the rehearsal and for the tests."""

from paraf.adapters.forge_double.double import ForgeDouble
from paraf.adapters.forge_double.person import Person
from paraf.adapters.forge_double.routing import Refusal

__all__ = ["ForgeDouble", "Person", "Refusal"]
