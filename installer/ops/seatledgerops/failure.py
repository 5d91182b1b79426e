# SPDX-License-Identifier: GPL-3.0-or-later


class Failure(Exception):
    """Something that the operator is told and that ends the command with exit code 1."""
