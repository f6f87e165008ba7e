// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import FeedList
import ArticleStore
import Foundation
import Pipeline
import TextBasics

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Status, checks, and what to do about what they find; exit 1 when one fails."
  )

  @Flag(help: "Save what can be read of a damaged store into a new one; the old file is kept.")
  var salvage = false

  @OptionGroup var options: Options

  func run() async throws {
    if salvage { return try repair() }
    let status = Status(options: options)
    let findings = status.examine()
    for finding in findings {
      if options.json {
        Output.line(
          JSONText.object([
            .init("v", 1), .init("check", .string(finding.check)),
            .init("ok", .bool(finding.isGood)),
            .init("found", .string(finding.found)), .init("try", .optional(finding.advice)),
          ]).text
        )
      } else {
        let mark = finding.isGood ? "ok  " : "BAD "
        let advice =
          finding.advice.map { "\n" + String(repeating: " ", count: 17) + "try: \($0)" } ?? ""
        Output.line(
          "\(mark) \(Terminal.pad(finding.check, 11)) \(Terminal.clean(finding.found))\(advice)"
        )
      }
    }
    Output.finish(status: findings.allSatisfy(\.isGood) ? .done : .no)
  }

  private func repair() throws {
    let workspace = try Workspace.open(options.places)
    let path = workspace.places.database
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(.noInput, "\(path): there is no store yet")
    }
    // Never a lock file for a folder that holds none of our stores: it must be there already.
    let lock = try RunLock.acquire(path: workspace.places.lock, store: path)
    guard try isDamaged(workspace) else {
      if !options.quiet { Output.line("\(path): the store is whole; nothing was changed") }
      return
    }
    let repair = try ArticleStore.repair(path)
    let report = repair.report
    let lost = report.gaps.values.reduce(0, +)
    if options.json {
      Output.line(
        JSONText.object([
          .init("v", 1), .init("store", .string(path)), .init("kept", .string(repair.kept)),
          .init("articles", .int(report.copied["article"] ?? 0)),
          .init("stories", .int(report.copied["story"] ?? 0)), .init("gaps", .int(lost)),
          .init("dropped", .int(report.dropped)),
        ]).text
      )
    } else {
      Output.line(
        "\(path): saved \(report.copied["article"] ?? 0) articles of "
          + "\(report.copied["feed"] ?? 0) feeds; \(lost) places could not be read, "
          + "\(report.dropped) rows referred to lost ones"
      )
      Output.line("the damaged file is \(repair.kept)")
      Output.line("next: rasad run brings back what the feeds still carry")
    }
    withExtendedLifetime(lock) {}
  }

  /// Whether the store is one of ours with a fault in it.
  private func isDamaged(_ workspace: Workspace) throws -> Bool {
    do {
      let store = try workspace.store(.readOnly)
      let problems = try store.integrityProblems()
      try store.close()
      return !problems.isEmpty
    } catch let error as StoreError where error.code == .corrupt { return true }
  }
}
