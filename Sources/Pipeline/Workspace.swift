// SPDX-License-Identifier: Apache-2.0
package import ArticleStore
import DigestWriter
package import FeedList
import Foundation
import TextAnalysis
import StoryClustering
import TextBasics
package import TopicModel

/// Configuration, places, model and store, opened in the one order in which they can be.
package struct Workspace: Sendable {
  package let configuration: FeedListConfiguration?
  package let places: Places

  /// Reads the configuration, if there is one, and settles the places.
  ///
  /// - Throws: `ConfigurationError` with all faults of the file; ``PipelineError`` when the file
  ///   that the user named cannot be read or no state directory can be told. Nothing is written.
  package static func open(_ request: Places.Request) throws -> Workspace {
    guard let path = Places.configuration(request).path else {
      return Workspace(configuration: nil, places: try Places(request, configuration: nil))
    }
    let configuration = try FeedList.parse(
      try Files.bytes(path),
      path: path,
      environment: request.environment,
      readFile: { try? Files.text($0) }
    )
    return Workspace(
      configuration: configuration,
      places: try Places(request, configuration: configuration)
    )
  }

  /// The configuration, which commands about feeds cannot do without.
  package func requireConfiguration() throws -> FeedListConfiguration {
    guard let configuration else {
      throw PipelineError.noConfiguration(searched: places.configReason)
    }
    return configuration
  }

  /// The folder of the example documents.
  package var seeds: String { configuration?.seeds ?? "seeds" }

  /// The model beside the seeds, or one derived from the seeds when nobody has written one.
  package func model() throws -> ModelSource { try ModelSource.load(seeds: seeds) }

  /// Opens the store, making the state directory where it is missing.
  ///
  /// - Throws: `StoreError` or `AtomicFileError`; nothing of an existing store is changed then.
  package func store(_ access: ArticleStore.Access, verify: Bool = false) throws -> ArticleStore {
    if access == .readWrite { try AtomicFile.makeDirectory(places.state) }
    return try ArticleStore.open(path: places.database, access: access, verify: verify)
  }
}

/// A topic model and where it came from.
package struct ModelSource: Sendable {
  package let model: TopicModel
  /// The file that was read, or `nil` for a model drafted in memory.
  package let path: String?
  /// The example documents beside it, for the passages that pages show; empty if there are none.
  package let documents: [SeedDocumentFile]

  /// Reads `seeds/topics.conf`; without it, drafts a model from the documents in the folder.
  ///
  /// - Throws: `TopicModelError` with all faults of the file, or ``PipelineError/noModel(path:)``.
  package static func load(seeds: String) throws -> ModelSource {
    let path = seeds + "/topics.conf"
    if FileManager.default.fileExists(atPath: path) {
      let text = try Files.text(path)
      // A model works without its examples; without them, pages only show less.
      let documents = (try? SeedLibrary.documents(in: seeds)) ?? []
      return ModelSource(
        model: try TopicModel(parsing: text, path: path),
        path: path,
        documents: documents
      )
    }
    let documents = try SeedLibrary.documents(in: seeds)
    guard !documents.isEmpty else { throw PipelineError.noModel(path: path) }
    return try derived(from: documents)
  }

  /// Drafts a model with what the program knows of words and of their translations.
  ///
  /// - Parameters:
  ///   - documents: The examples; their order does not matter.
  ///   - existing: The text of the model that the draft goes into, if there is one.
  /// - Returns: The new text, and what was kept, added, dropped and unsure.
  package static func draft(
    from documents: [SeedDocumentFile],
    existing: String?
  ) -> TopicDeriver.Draft {
    TopicDeriver.derive(
      documents.map { TopicDeriver.Document(name: $0.name, text: $0.text) },
      existing: existing,
      resources: DeriverResources(
        background: LanguageResources.background,
        lexicon: LanguageResources.lexicon
      )
    )
  }

  /// A model drafted in memory, for a user who has written none.
  static func derived(from documents: [SeedDocumentFile]) throws -> ModelSource {
    let draft = draft(from: documents, existing: nil)
    return ModelSource(
      model: try TopicModel(parsing: draft.text, path: "topics.conf"),
      path: nil,
      documents: documents
    )
  }
}

extension Workspace {
  /// The pipeline over `store`, with the configuration and the topic model of this place.
  ///
  /// - Throws: ``PipelineError`` when there is no configuration or no topic model.
  package func pipeline(store: ArticleStore, now: Int) throws -> Pipeline {
    Pipeline(
      configuration: try requireConfiguration(),
      places: places,
      model: try model(),
      store: store,
      now: now
    )
  }
}

/// Files that the user names, with errors in words.
package enum Files {
  /// Bytes of the largest file that is read whole.
  private static let limit = 256 << 20

  /// Returns the bytes of the file at `path`; `-` is standard input.
  ///
  /// - Throws: ``PipelineError/unreadable(path:cause:)``.
  package static func bytes(_ path: String) throws(PipelineError) -> [UInt8] {
    do {
      if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
      // Not FileManager's attributes: those look up the owner's name, over a socket on some systems.
      var status = stat()
      guard unsafe stat(path, &status) == 0 else {
        throw PipelineError.unreadable(path: path, cause: system(errno))
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        throw PipelineError.unreadable(path: path, cause: "it is a folder, not a file")
      }
      if status.st_size > limit {
        throw PipelineError.unreadable(path: path, cause: "it is larger than \(limit >> 20) MiB")
      }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as PipelineError {
      throw error
    } catch {
      throw .unreadable(path: path, cause: cause(of: error))
    }
  }

  /// Returns the text of a file, whatever its encoding was; see ``bytes(_:)``.
  package static func text(_ path: String) throws(PipelineError) -> String {
    UTF8Repair.string(try bytes(path)).text
  }

  private static func system(_ code: Int32) -> String {
    code == ENOENT
      ? "there is no such file" : unsafe String(cString: strerror(code)).lowercased()
  }

  /// What the system said, without the path that our own sentence names already.
  package static func cause(of error: any Error) -> String {
    let system = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    if system.domain == NSPOSIXErrorDomain {
      return Self.system(Int32(system.code))
    }
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
    case .fileReadNoPermission: return "permission denied"
    default: return "\(error.localizedDescription)"
    }
  }
}
