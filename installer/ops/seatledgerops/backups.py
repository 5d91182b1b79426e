# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups that root makes in a folder of somebody else's."""

import os
import pathlib


def hand_over(folder):
    """The timer, which runs as the owner of the folder of backups, is to be able to delete it one day. Answers it."""
    backup = pathlib.Path(folder)
    owner = backup.parent.stat()
    for path in (backup, *backup.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)
    return backup
