// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport

/// The built program, run as a user or cron would run it.
struct Program {
  let folder: String

  /// What one run of the program said.
  struct Result: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle lie the products of the same build.
  private static var path: String {
    let argument =
      CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: argument)
    while folder.path != "/" {
      let program = folder.appendingPathComponent("rasad").path
      var isFolder: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return program
      }
      folder.deleteLastPathComponent()
    }
    return Fixture.repository + "/.build/debug/rasad"
  }

  /// Runs `rasad` in the folder, with an environment of its own and no terminal.
  ///
  /// With `underJournal`, its standard error looks like a stream of systemd's journal.
  func callAsFunction(
    _ arguments: String...,
    environment: [String: String] = [:],
    underJournal: Bool = false,
    running: ((Process) throws -> Void)? = nil
  ) throws -> Result {
    try self(
      arguments,
      environment: environment,
      underJournal: underJournal,
      running: running
    )
  }

  /// The same with the arguments in an array.
  func callAsFunction(
    _ arguments: [String],
    environment: [String: String] = [:],
    underJournal: Bool = false,
    running: ((Process) throws -> Void)? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: nothing can fill up while we wait.
    let names = ["out", "err"].map { folder + "/." + $0 + UUID().uuidString }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    if underJournal {
      var status = stat()
      _ = unsafe stat(names[1], &status)
      process.environment?["JOURNAL_STREAM"] = "\(status.st_dev):\(status.st_ino)"
    }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    process.standardOutput = FileHandle(forWritingAtPath: names[0])
    process.standardError = FileHandle(forWritingAtPath: names[1])
    try process.run()
    try running?(process)
    process.waitUntilExit()
    let texts = names.map {
      String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self)
    }
    return Result(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
