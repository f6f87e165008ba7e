// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import FeedList
import Foundation
import Pipeline
import TextBasics
import TopicModel

/// Tells the user's hook what a run brought.
struct HookRunner {
  /// Stories that are told at most.
  private static let limit = 1000

  let pipeline: Pipeline
  let options: Options

  /// Runs the hook if there is one and a feed of the digest has changed.
  ///
  /// - Returns: What went wrong, in one sentence.
  /// - Throws: `StoreError`, `CancellationError`; all of the run itself is saved.
  func run(after report: RunReport) async throws -> String? {
    guard let settings = pipeline.configuration.hook, report.digestChanged else { return nil }
    let unannounced = try pipeline.store.unannounced(limit: Self.limit, new: report.newStoryIDs)
    let new = unannounced.stories
    let grown = report.grownStoryIDs.subtracting(new).sorted()
    let input = try lines("new", new) + lines("grew", grown)
    let folder = pipeline.places.publicDirectory(pipeline.configuration)
    let environment = options.environment.merging([
      "RASAD_DIGEST": absolute(folder + "/digest.atom"), "RASAD_PUBLIC": absolute(folder),
      "RASAD_STATE": absolute(pipeline.places.state), "RASAD_NEW_STORIES": String(new.count),
      "RASAD_GROWN_STORIES": String(grown.count), "RASAD_NOW": Timestamp.text(pipeline.now),
    ]) { $1 }
    let hook = Hook(settings, scratch: pipeline.places.state)
    let outcome = try await hook.run(input: Array(input.utf8), environment: environment)
    if outcome == .done { try pipeline.store.markAnnounced(unannounced) }
    return outcome.complaint
  }

  private func lines(_ event: String, _ stories: [Story.ID]) throws -> String {
    let printer = StoryPrinter(options: options, topics: pipeline.model.model.topics)
    let assembler = pipeline.assembler
    var text = ""
    for (place, id) in stories.enumerated() {
      guard let stored = try pipeline.store.story(id) else { continue }
      let story = printer.json(assembler.story(stored), number: place + 1)
      guard case .object(let members) = story else { continue }
      text += JSONText.object([.init("event", .string(event))] + members).text + "\n"
    }
    return text
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
