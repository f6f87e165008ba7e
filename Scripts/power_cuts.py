# SPDX-License-Identifier: Apache-2.0
"""What a power cut may leave of a folder, built from the log of its changes that note-writes.c wrote.

The model is a journaling file system that keeps the order of names but not of data (ext4, XFS): after the last sync of a file each
4 KiB of each write is there or not, in part now and then; names (create, rename, unlink, mkdir) are lost from some point on, but
none that came before any sync.
"""
import os, struct

HEAD = struct.Struct("=cIIQQ")
NAMES = b"crud"


class Change:
    __slots__ = ("kind", "path", "target", "place", "data", "inode")

    def __init__(self, kind, path, target, place, data):
        self.kind, self.path, self.target, self.place, self.data, self.inode = kind, path, target, place, data, None


def read_log(path, folder):
    """The changes in their order, with paths relative to `folder`; each bound to the file that it changed."""
    log = open(path, "rb").read()
    at, changes, inodes, count = 0, [], {}, 0
    while at + HEAD.size <= len(log):
        kind, a, b, place, size = HEAD.unpack_from(log, at)
        at += HEAD.size
        name, at = log[at:at + a].decode(), at + a
        target, at = log[at:at + b].decode(), at + b
        data, at = log[at:at + size], at + size
        change = Change(kind, os.path.relpath(name, folder), os.path.relpath(target, folder) if b else None, place, data)
        if change.path.endswith("-shm"): continue  # an index in memory, made anew
        if kind == b"c":
            count += 1
            inodes[change.path] = count
        change.inode = inodes.get(change.path)
        if kind == b"r" and change.path in inodes: inodes[change.target] = inodes.pop(change.path)
        if kind == b"u": inodes.pop(change.path, None)
        changes.append(change)
    return changes


def write_into(contents, place, data):
    if len(contents) < place: contents.extend(bytes(place - len(contents)))
    contents[place:place + len(data)] = data


def pieces(change, random):
    """The parts of a write that reached the disk."""
    place, end = change.place, change.place + len(change.data)
    while place < end:
        stop = min(end, (place // 4096 + 1) * 4096)
        fate = random.random()
        if fate < 0.45:
            yield place, change.data[place - change.place:stop - change.place]
        elif fate < 0.5:  # torn between sectors
            part = min(stop, place + 512 * random.randrange(1, 8))
            yield place, change.data[place - change.place:part - change.place]
        place = stop


def state_after(changes, cut, random):
    """Folders and files ({path: bytes}) as they may lie there when the power goes after `cut` changes."""
    done = changes[:cut]
    synced, last_sync = {}, -1
    for index, change in enumerate(done):
        if change.kind == b"s":
            last_sync = index
            if change.inode is not None: synced[change.inode] = index
    names = [index for index, change in enumerate(done) if change.kind in NAMES]
    least = sum(1 for index in names if index <= last_sync)
    kept = set(names[:random.randint(least, len(names))])
    contents, paths, folders = {}, {}, set()
    for index, change in enumerate(done):
        is_safe = index <= synced.get(change.inode, -1)
        if change.kind == b"w":
            body = contents.setdefault(change.inode, bytearray())
            for place, data in ([(change.place, change.data)] if is_safe else pieces(change, random)):
                write_into(body, place, data)
        elif change.kind == b"t" and (is_safe or random.random() < 0.5):
            body = contents.setdefault(change.inode, bytearray())
            if change.place < len(body): del body[change.place:]
            else: body.extend(bytes(change.place - len(body)))
        elif index in kept:
            if change.kind == b"d": folders.add(change.path)
            elif change.kind == b"c": paths[change.path] = change.inode
            elif change.kind == b"u": paths.pop(change.path, None); folders.discard(change.path)
            elif change.path in paths: paths[change.target] = paths.pop(change.path)
    return folders, {path: bytes(contents.get(inode, b"")) for path, inode in paths.items()}


class Everything:
    """Chance that loses nothing: the state after all changes, to compare with the folder itself."""
    def random(self): return 0.0
    def randint(self, _, most): return most


def write_out(folder, folders, files):
    for path in sorted(folders): os.makedirs(os.path.join(folder, path), exist_ok=True)
    for path, data in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        open(os.path.join(folder, path), "wb").write(data)
