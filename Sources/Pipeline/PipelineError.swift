// SPDX-License-Identifier: Apache-2.0

/// What can stop a command as a whole; a failing feed never does.
package enum PipelineError: Error, Hashable, CustomStringConvertible {
  /// No option, variable, configuration or home directory names a state directory.
  case noStateDirectory
  /// No `feeds.conf` was found; `searched` says where, in words.
  case noConfiguration(searched: String)
  /// A file or directory that the user named cannot be read.
  case unreadable(path: String, cause: String)
  /// A file or directory cannot be written; what was there before is untouched.
  case unwritable(path: String, cause: String)
  /// `feeds.conf` has no section for a feed that the user named.
  case unknownFeed(id: String, nearest: String?)
  /// There is no topic model, and no document to derive one from.
  case noModel(path: String)
  /// None of the files that the user named holds a document or a feed.
  case nothingToReplay(paths: [String])
  /// Every file that the user named was refused, for the reasons given.
  case unusable(sentences: [String])

  package var description: String {
    switch self {
    case .noStateDirectory:
      "no state directory: HOME is not set; give --state DIR or set RASAD_STATE"
    case .noConfiguration(let searched):
      "no configuration: \(searched); write a feeds.conf or name one with -c FILE"
    case .unreadable(let path, let cause):
      "\(path) cannot be read: \(cause)"
    case .unwritable(let path, let cause):
      "\(path) cannot be written: \(cause); nothing was changed there"
    case .unknownFeed(let id, let nearest):
      "no feed '\(id)' in the configuration"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; rasad feeds lists them")
    case .noModel(let path):
      "no topic model: \(path) is not there, and there is no document to derive one from; "
        + "put example articles (.txt) beside it and run rasad topics derive"
    case .nothingToReplay(let paths):
      "nothing to replay in \(paths.joined(separator: " ")): no .txt document and no feed file; "
        + "try rasad replay seeds"
    case .unusable(let sentences):
      sentences.joined(separator: "\n")
    }
  }
}
