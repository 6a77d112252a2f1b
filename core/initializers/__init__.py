"""The initializers by name; adding one here offers it everywhere."""

from typing import get_args

from core.initializers.base import FloatArray, Initializer, Stream
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal, HeUniform
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.uniform import Uniform
from core.initializers.xavier import XavierNormal, XavierUniform

AnyInitializer = (
    Zeros
    | Constant
    | Normal
    | Uniform
    | ScaledNormal
    | XavierNormal
    | XavierUniform
    | HeNormal
    | HeUniform
)

INITIALIZERS: dict[str, type[AnyInitializer]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyInitializer)
}

__all__ = ["INITIALIZERS", "AnyInitializer", "FloatArray", "Initializer", "Stream"]
