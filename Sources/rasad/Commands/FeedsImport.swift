// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import DigestWriter
import FeedList
import FeedParser
import Foundation
import Pipeline
import TextBasics

extension FeedsCommand {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the subscriptions of an OPML file to feeds.conf.",
      discussion: """
        Outlines may be nested. What is subscribed to already, and what is no address of a feed, is
        left out and told with its place. Nothing is fetched; rasad feeds check does that.
        """
    )
    @Argument(help: "The OPML file; - is standard input.") var file: String
    @Flag(name: [.customShort("n"), .long], help: "Print what would be added, and change nothing.")
    var dryRun = false
    @OptionGroup var options: Options

    func run() async throws {
      let path = Places.configuration(options.places).path ?? "feeds.conf"
      let text = FileManager.default.fileExists(atPath: path) ? try Files.text(path) : ""
      let existing = try parse(text, path)
      let bytes = FeedParser.utf8(ofMarkup: try Files.bytes(file))
      guard let reader = OPMLReader(bytes, existing: existing.feeds) else {
        throw CommandFailure(
          .badData,
          "\(Terminal.clean(file)): this is no OPML; export the subscriptions of the other program"
        )
      }
      let good = reader.outlines.filter { $0.refusal == nil }
      var changed = text
      for outline in good {
        changed = FeedList.adding(
          feed: outline.id,
          url: outline.url,
          title: outline.title,
          settings: outline.settings,
          to: changed
        )
      }
      // What we wrote must be what we can read, or nothing is written.
      _ = try parse(changed, path)
      if !dryRun, !good.isEmpty { _ = try AtomicFile.write(Array(changed.utf8), to: path) }
      report(reader.outlines, added: String(changed.dropFirst(text.count)), to: path)
      let unusable = reader.outlines.contains { outline in
        if case .unusable = outline.refusal { true } else { false }
      }
      if good.isEmpty, unusable || reader.outlines.isEmpty { Output.finish(status: .badData) }
    }

    private func parse(_ text: String, _ path: String) throws -> FeedListConfiguration {
      try FeedList.parse(
        Array(text.utf8),
        path: path,
        environment: options.environment,
        readFile: { try? Files.text($0) }
      )
    }

    private func report(_ outlines: [OPMLReader.Outline], added: String, to path: String) {
      if options.json {
        for outline in outlines { Output.line(json(outline).text) }
        return
      }
      for outline in outlines {
        guard let refusal = outline.refusal, !options.quiet else { continue }
        Output.talk(
          Terminal.clean(
            "\(file):\(outline.line):\(outline.column): left out: \(refusal.sentence)"
              + " (\(Redaction.text(outline.url)))"
          )
        )
      }
      let count = outlines.count { $0.refusal == nil }
      if dryRun {
        Output.write(added)
      } else if !options.quiet {
        Output.talk("\(count) feeds added to \(path), \(outlines.count - count) left out")
      }
    }

    private func json(_ outline: OPMLReader.Outline) -> JSONText {
      let result =
        switch outline.refusal {
        case nil: "added"
        case .known: "known"
        case .unusable: "unusable"
        }
      return .object([
        .init("v", 1), .init("result", .string(result)),
        .init("feed", .optional(outline.refusal == nil ? outline.id : nil)),
        .init("url", .string(outline.url)), .init("title", .string(outline.title)),
        .init("line", .int(outline.line)), .init("column", .int(outline.column)),
        .init("cause", .optional(outline.refusal?.sentence)),
      ])
    }
  }
}
