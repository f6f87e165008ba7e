// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import DigestWriter
import Foundation
import Pipeline
import TextBasics
import TopicModel

extension TopicsCommand {
  struct Derive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draft a topic model from a folder of example documents.",
      discussion: """
        Writes DIR/topics.conf, or the file given. What a person changed in it since the last derive
        is kept; phrases that are new or gone are told. -n prints the draft and writes nothing.
        """
    )
    @Argument(help: "The folder with the examples (.txt).") var folder: String
    @Option(name: [.short, .long], help: "The model file (default: DIR/topics.conf).")
    var output: String?
    @Flag(name: [.customShort("n"), .long], help: "Print the draft, write nothing.")
    var dryRun = false
    @OptionGroup var options: Options

    func run() async throws {
      let path = output ?? folder + "/topics.conf"
      let documents = try SeedLibrary.documents(in: folder)
      guard !documents.isEmpty else {
        throw CommandFailure(
          .noInput,
          "\(folder) holds no .txt document; put example articles there, one a file"
        )
      }
      let existing = FileManager.default.fileExists(atPath: path) ? try Files.text(path) : nil
      let draft = ModelSource.draft(from: documents, existing: existing)
      guard draft.faults.isEmpty else {
        let faults = draft.faults.map { $0.rendered(isolates: Output.talksToTerminal) }
        throw CommandFailure(.configuration, faults.joined(separator: "\n"))
      }
      if dryRun {
        Output.write(draft.text)
      } else {
        _ = try AtomicFile.write(Array(draft.text.utf8), to: path)
      }
      guard !options.quiet else { return }
      Output.talk(
        "\(path): \(documents.count) documents; \(draft.added.count) phrases new, "
          + "\(draft.kept.count) kept, \(draft.edited.count) yours, \(draft.dropped.count) dropped"
      )
      for phrase in draft.unsure.prefix(12) { Output.talk("unsure: \(Terminal.clean(phrase))") }
      if draft.unsure.count > 12 { Output.talk("unsure: \(draft.unsure.count - 12) more") }
    }
  }
}
