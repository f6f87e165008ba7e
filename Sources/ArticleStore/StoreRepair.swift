// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What a repair did.
package struct StoreRepair: Sendable, Hashable {
  package let report: SalvageReport
  /// Where the damaged file is now.
  package let kept: String
}

extension ArticleStore {
  /// Puts a store with everything that can be read in the place of a damaged one, which is kept.
  ///
  /// Called with the run lock held. The new store is whole and on disk before the old one is moved; a
  /// repair that is killed is done again from its beginning.
  ///
  /// - Parameter path: The damaged file.
  /// - Returns: What was saved, and the new name of the old file.
  /// - Throws: ``StoreError``; the old file is at its place then.
  package static func repair(_ path: String) throws(StoreError) -> StoreRepair {
    let new = path + ".salvaged"
    for ending in ["", "-wal", "-shm"] { unsafe unlink(new + ending) }
    let report: SalvageReport
    do {
      report = try salvage(from: path, to: new)
    } catch {
      for ending in ["", "-wal", "-shm"] { unsafe unlink(new + ending) }
      throw error
    }
    let kept = freeName(path + ".damaged-")
    // A second name first, so that at no time there is none; some file systems have no links.
    if unsafe link(path, kept) != 0 { try move(path, to: kept) }
    // The journal belongs to the old file: the new one must never be opened beside it.
    if StoreHeader.size(path + "-wal") > 0 { try move(path + "-wal", to: kept + "-wal") }
    for ending in ["-wal", "-shm"] { unsafe unlink(path + ending) }
    try move(new, to: path)
    synchronise(folderOf: path)
    return StoreRepair(report: report, kept: kept)
  }

  private static func freeName(_ prefix: String) -> String {
    var number = 1
    while true {
      let name = prefix + String(number)
      if case .missing = StoreHeader.read(name) { return name }
      number += 1
    }
  }

  private static func move(_ old: String, to new: String) throws(StoreError) {
    guard unsafe rename(old, new) != 0 else { return }
    throw StoreError(
      code: .cannotOpen,
      sentence: "\(old): cannot be renamed to \(new): \(StoreHeader.reason(errno)).",
      advice: "Check the permissions of the folder, then run it again."
    )
  }

  private static func synchronise(folderOf path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    Glibc.close(handle)
  }
}
