// SPDX-License-Identifier: Apache-2.0
package import Articles
package import ArticleStore
package import FeedList
import FeedParser
import Foundation
import TextAnalysis
package import TextBasics
package import TopicModel

/// The same pipeline over files: no network, a clock that the files determine.
package struct Replay: Sendable {
  /// What the user asked to replay.
  package struct Request: Sendable {
    /// Folders and files: documents (`.txt`) and feeds (`.xml .rss .atom .rdf .json`).
    package var paths: [String]
    /// Where the topic model is, or `nil` to look beside the files first.
    package var seeds: String?
    /// Seconds since 1970, or `nil` for the latest date found in the files.
    package var now: Int?

    package init(paths: [String], seeds: String?, now: Int?) {
      self.paths = paths
      self.seeds = seeds
      self.now = now
    }
  }

  /// What a replay did.
  package struct Report: Sendable {
    package var documents = 0
    package var feeds = 0
    package var items = 0
    /// Articles by language, most first.
    package var languages: [(language: Language, count: Int)] = []
    /// Files that could not be used at all, as sentences.
    package var refused: [String] = []
    /// Feeds that were repaired or cut off, as sentences.
    package var repaired: [String] = []
    package var written: [Publisher.Written] = []
  }

  package let model: ModelSource
  /// Seconds since 1970: the clock that the files determine.
  package let now: Int
  private let documents: [SeedDocumentFile]
  private let feeds: [FeedFile]
  private let refused: [String]

  private struct FeedFile: Sendable {
    let id: String
    let path: String
    let document: IncomingFeed
  }

  /// Reads everything that is to be replayed; nothing is written and no socket is opened.
  ///
  /// - Parameters:
  ///   - request: What to replay.
  ///   - configuration: For the place of the seeds, if there is one.
  /// - Throws: ``PipelineError/nothingToReplay(paths:)`` when no file can be used, and what stands
  ///   in the way of a topic model.
  package init(_ request: Request, configuration: FeedListConfiguration?) throws {
    var documents: [SeedDocumentFile] = []
    var feeds: [FeedFile] = []
    var refused: [String] = []
    for path in try Replay.files(in: request.paths) {
      do {
        if path.hasSuffix(".txt") {
          let document = try SeedLibrary.document(at: path)
          guard !SeedDocument.read(document.text).title.isEmpty else {
            refused.append(
              "\(path): the document is empty or no text; remove it or put an article in it"
            )
            continue
          }
          documents.append(document)
        } else {
          feeds.append(try Replay.feed(at: path))
        }
      } catch let error as FeedParseError {
        let place = error.line > 0 ? ":\(error.line):\(error.column)" : ""
        refused.append("\(path)\(place): \(error.message). \(error.advice)")
      } catch let error as PipelineError {
        refused.append(error.description)
      }
    }
    guard !documents.isEmpty || !feeds.isEmpty else {
      throw refused.isEmpty
        ? PipelineError.nothingToReplay(paths: request.paths)
        : PipelineError.unusable(sentences: refused)
    }
    self.documents = documents
    self.feeds = Replay.distinct(feeds)
    self.refused = refused
    model = try Replay.model(request, documents, configuration)
    now = request.now ?? Replay.clock(documents, feeds) ?? model.model.date
  }

  /// Runs the pipeline over what was read, into `store`, and writes the digest to `output`.
  ///
  /// - Throws: `StoreError`, `AtomicFileError`; what was committed before stays.
  package func run(
    store: ArticleStore,
    configuration: FeedListConfiguration?,
    output: String
  ) throws -> Report {
    var report = Report()
    report.refused = refused
    let intake = Intake(understanding: Understanding(model: model.model), now: now)
    var languages: [Language: Int] = [:]
    let items = documents.map(intake.item)
    if !items.isEmpty {
      report.documents = items.count
      try commit(items, feed: Intake.documents, title: nil, store)
      for item in items { languages[item.article.language, default: 0] += 1 }
    }
    for file in feeds {
      var origin = Intake.Origin(id: file.id)
      if let source = configuration?.feeds.first(where: { $0.id == file.id }) {
        origin.title = source.title
        origin.topics = source.topics
        origin.language = source.language.map { Language(tag: $0) } ?? .unknown
      }
      let harvest = try intake.harvest(file.document, from: origin)
      report.feeds += 1
      for item in harvest.items { languages[item.article.language, default: 0] += 1 }
      if let first = harvest.problems.first {
        report.repaired.append(
          "\(file.path):\(first.line):\(first.column): \(first.message); \(first.recovery)"
            + (harvest.problems.count > 1 ? " (and \(harvest.problems.count - 1) more)" : "")
        )
      }
      try commit(harvest.items, feed: file.id, title: harvest.title, store)
    }
    report.items = languages.values.reduce(0, +)
    report.languages = languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
    _ = try StoryAssigner(store: store, now: now).assignWaiting()
    try store.updateSearchIndex { SearchText.indexed($0) }
    let assembler = DigestAssembler(
      store: store,
      model: model,
      configuration: configuration,
      now: now,
      settles: false
    )
    report.written = try Publisher(directory: output).publish(try assembler.digest())
    return report
  }

  private func commit(
    _ items: [StoredItem],
    feed: String,
    title: String?,
    _ store: ArticleStore
  ) throws {
    var state = FeedState(feed: feed)
    state.title = title
    state.status = .ok
    state.lastSuccess = now
    let log = FetchLogEntry(feed: feed, at: now, items: items.count, note: "replay")
    _ = try store.commit(
      FeedBatch(state: state, items: items, log: log, model: model.model.hash, now: now)
    )
  }

  /// A document as the article that a replay would make of it.
  package static func article(
    ofDocumentAt path: String,
    model: TopicModel
  ) throws -> Article {
    let intake = Intake(understanding: Understanding(model: model), now: model.date)
    return intake.item(try SeedLibrary.document(at: path)).article
  }

  private static let feedEndings = [".xml", ".rss", ".atom", ".rdf", ".json"]

  /// The files that the user named, folders opened, in the order of their paths.
  private static func files(in paths: [String]) throws(PipelineError) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw .unreadable(path: path, cause: "there is no such file")
      }
      guard isFolder.boolValue else {
        files.append(path)
        continue
      }
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: path)
      } catch { throw .unreadable(path: path, cause: Files.cause(of: error)) }
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      files += names.filter { name in
        !name.hasPrefix(".") && ([".txt"] + feedEndings).contains { name.hasSuffix($0) }
      }.map { folder + "/" + $0 }
    }
    return Set(files).sorted()
  }

  private static func feed(at path: String) throws -> FeedFile {
    let bytes = try Files.bytes(path)
    var options = FeedParser.Options()
    options.html = .asWritten
    let document = try IncomingFeed(bytes, options: options)
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let id = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let trimmed = String(id.drop { $0 == "-" }.prefix(40))
    return FeedFile(id: trimmed.isEmpty ? "feed" : trimmed, path: path, document: document)
  }

  /// Two files of one name in different folders are two feeds.
  private static func distinct(_ files: [FeedFile]) -> [FeedFile] {
    var uses: [String: Int] = [:]
    return files.map { file in
      let use = uses[file.id, default: 0] + 1
      uses[file.id] = use
      return use == 1
        ? file : FeedFile(id: "\(file.id)-\(use)", path: file.path, document: file.document)
    }
  }

  /// The latest date that the documents and feeds tell of (DECISIONS, Determinism).
  private static func clock(_ documents: [SeedDocumentFile], _ feeds: [FeedFile]) -> Int? {
    let inDocuments = documents.compactMap { SeedDocument.read($0.text).date }
    let inFeeds = feeds.compactMap(\.document.latest)
    return (inDocuments + inFeeds).max()
  }

  private static func model(
    _ request: Request,
    _ documents: [SeedDocumentFile],
    _ configuration: FeedListConfiguration?
  ) throws -> ModelSource {
    if let seeds = request.seeds { return try ModelSource.load(seeds: seeds) }
    let folders = request.paths + documents.map { ($0.path as NSString).deletingLastPathComponent }
    let places = folders + [configuration?.seeds ?? "seeds"]
    for folder in places
    where FileManager.default.fileExists(atPath: folder + "/topics.conf") {
      return try ModelSource.load(seeds: folder)
    }
    guard !documents.isEmpty else {
      throw PipelineError.noModel(path: (places.last ?? "seeds") + "/topics.conf")
    }
    return try ModelSource.derived(from: documents)
  }
}
