// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import FeedList
import Foundation
import Pipeline
import TextBasics

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Status, checks, and what to do about what they find; exit 1 when one fails."
  )

  @OptionGroup var options: Options

  func run() async throws {
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
}
