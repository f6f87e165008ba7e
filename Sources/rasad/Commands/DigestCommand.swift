// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import DigestWriter
import Foundation
import Pipeline

struct DigestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Write the digest again from the store, or check one that is there.",
    discussion: "Files whose bytes would not change are not touched."
  )

  @Option(help: "Check the feeds of a digest's folder instead; exit 1 when one is not valid.")
  var check: String?

  @OptionGroup var options: Options

  func run() async throws {
    if let check { return try checkFeeds(in: check) }
    let workspace = try Workspace.open(options.places)
    guard FileManager.default.fileExists(atPath: workspace.places.database) else {
      throw CommandFailure(
        .noInput,
        "\(workspace.places.database): there is no store yet; rasad run or rasad replay makes one"
      )
    }
    let lock = try RunLock.acquire(
      path: workspace.places.lock,
      store: workspace.places.database
    )
    let store = try workspace.store(.readWrite, verify: lock.endedUncleanly)
    let model = try workspace.model()
    try Pipeline.refreshTags(store: store, model: model.model, now: try options.clock())
    let assembler = DigestAssembler(
      store: store,
      model: model,
      configuration: workspace.configuration,
      now: try options.clock(),
      settles: true
    )
    let directory = workspace.places.publicDirectory(workspace.configuration)
    let publisher = Publisher(directory: directory)
    let written = try publisher.publish(
      try assembler.digest(archived: publisher.archivedMonths)
    )
    try store.close()
    lock.release()
    guard !options.quiet, Output.talksToTerminal else { return }
    let changed = written.count { $0.changed }
    Output.talk("\(directory): \(written.count) files, \(changed) changed")
  }

  private func checkFeeds(in folder: String) throws {
    let names = try Self.names(in: folder)
    let files = try names.map { DigestFile(path: $0, bytes: try Files.bytes(folder + "/" + $0)) }
    let feeds = files.count { $0.path.hasSuffix(".atom") }
    guard feeds > 0 else {
      throw CommandFailure(.noInput, "\(folder) holds no .atom file; rasad digest writes them")
    }
    let findings = DigestCheck.findings(in: files)
    for finding in findings { Output.line("\(folder)/\(Terminal.clean("\(finding)"))") }
    if !findings.isEmpty { Output.finish(status: .no) }
    if !options.quiet { Output.talk("\(folder): \(feeds) feeds, \(files.count) files, no fault") }
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { name in [".atom", ".html", ".opml"].contains { name.hasSuffix($0) } }.sorted()
    } catch {
      throw PipelineError.unreadable(path: folder, cause: Files.cause(of: error))
    }
  }
}
