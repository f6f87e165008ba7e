// SPDX-License-Identifier: Apache-2.0
package import ArticleStore
import Articles
package import FeedFetcher
package import FeedList
import FeedParser
import TextAnalysis
import TextBasics
package import TopicModel

/// One run, top to bottom: fetch and store each feed, find stories, write the digest.
package struct Pipeline: Sendable {
  package static let version = "0.1.0"

  package let configuration: FeedListConfiguration
  package let places: Places
  package let model: ModelSource
  package let store: ArticleStore
  /// Seconds since 1970: the run's clock, the same for everything in it.
  package let now: Int

  package init(
    configuration: FeedListConfiguration,
    places: Places,
    model: ModelSource,
    store: ArticleStore,
    now: Int
  ) {
    self.configuration = configuration
    self.places = places
    self.model = model
    self.store = store
    self.now = now
  }

  /// Fetches the feeds that are due, or those that are named, and brings the digest up to date.
  ///
  /// - Parameters:
  ///   - selection: Which feeds to ask.
  ///   - transport: Where answers come from; `nil` asks the servers.
  ///   - recorder: Keeps what the servers answer.
  ///   - progress: Called after each feed with how many are done and how many there are.
  /// - Returns: What became of each feed, and of the digest.
  /// - Throws: `StoreError`, `AtomicFileError`, ``PipelineError/unknownFeed(id:nearest:)``. What
  ///   was committed before stays, and the next run continues from there.
  package func run(
    _ selection: FeedSelection,
    through transport: (any FeedTransport)? = nil,
    recorder: RecordingWriter? = nil,
    progress: (@Sendable (FeedOutcome, Int, Int) -> Void)? = nil
  ) async throws -> RunReport {
    var report = RunReport()
    let plan = try plan(selection)
    report.notDue = plan.notDue
    let fetcher = fetcher(through: transport, recorder: recorder)
    let hosts = HostMemory(try store.hostStates(), isLive: fetcher.isLive)
    report.feeds = try await visit(plan.due, hosts, fetcher, progress: progress)
    FeedFetcher.returnFreeMemory()
    try savePending(&report, hosts)
    let freshness = DigestFreshness(store: store, model: model.model, now: now)
    let stories = try StoryAssigner(store: store, now: now).assignWaiting()
    report.newStoryIDs = stories.newStories
    report.grownStoryIDs = stories.grownStories
    report.crossLingual = stories.crossLingual
    try Pipeline.refreshTags(store: store, model: model.model, now: now)
    try store.updateSearchIndex { SearchText.indexed($0) }
    // Each attempt is kept for some days; sums per day stay.
    try store.trimFetchLog(before: now - 3 * 86_400)
    let target = places.publicDirectory(configuration) + "/digest.atom"
    if try !freshness.holds(configuration, target: target) {
      report.written = try publish(settles: true)
      try freshness.remember(configuration)
    }
    return report
  }

  /// Where answers come from.
  private func fetcher(
    through transport: (any FeedTransport)?,
    recorder: RecordingWriter?
  ) -> any FeedTransport {
    let fetcher = transport ?? FeedFetcher(configuration)
    return recorder?.transport(fetcher) ?? fetcher
  }

  /// Writes the digest from what the store holds.
  package func publish(settles: Bool) throws -> [Publisher.Written] {
    let publisher = Publisher(directory: places.publicDirectory(configuration))
    let digest = try assembler(settles: settles).digest(archived: publisher.archivedMonths)
    return try publisher.publish(digest)
  }

  /// Shows what the store holds as a run shows it.
  package var assembler: DigestAssembler { assembler(settles: true) }

  private func assembler(settles: Bool) -> DigestAssembler {
    DigestAssembler(
      store: store,
      model: model,
      configuration: configuration,
      now: now,
      settles: settles
    )
  }

  /// Which feeds a run asks, in the order of the configuration.
  package func plan(
    _ selection: FeedSelection
  ) throws -> (due: [(source: FeedSource, state: FeedState)], notDue: Int) {
    let states = Dictionary(try store.allFeedStates().map { ($0.feed, $0) }) { first, _ in first }
    try selection.check(against: configuration)
    var due: [(source: FeedSource, state: FeedState)] = []
    var notDue = 0
    for source in configuration.feeds where source.enabled || selection.names(source.id) {
      let state = states[source.id] ?? FeedState(feed: source.id)
      if selection.takes(source, state, now: now) {
        due.append((source, state))
      } else if selection.feeds.isEmpty {
        notDue += 1
      }
    }
    if selection.isRecorded {
      let places = Dictionary(uniqueKeysWithValues: selection.feeds.enumerated().map { ($1, $0) })
      due.sort { (places[$0.source.id] ?? 0) < (places[$1.source.id] ?? 0) }
    }
    return (due, notDue)
  }

  @inline(never)
  private func visit(
    _ due: [(source: FeedSource, state: FeedState)],
    _ hosts: HostMemory,
    _ fetcher: any FeedTransport,
    progress: (@Sendable (FeedOutcome, Int, Int) -> Void)?
  ) async throws -> [FeedOutcome] {
    guard !due.isEmpty else { return [] }
    let intake = Intake(understanding: Understanding(model: model.model), now: now)
    var outcomes: [Int: FeedOutcome] = [:]
    do {
      try await withThrowingTaskGroup(of: (Int, FeedOutcome).self) { group in
        var next = 0
        func start() {
          guard next < due.count else { return }
          let place = next
          let visit = FeedVisit(
            source: due[place].source,
            state: due[place].state,
            store: store,
            fetcher: fetcher,
            intake: intake,
            hosts: hosts,
            contact: configuration.contact,
            policy: policy(due[place].source),
            now: now
          )
          next += 1
          group.addTask { (place, try await visit.perform()) }
        }
        // The width of this group is the back-pressure: no feed is asked before there is room.
        for _ in 0..<configuration.parallel { start() }
        while let (place, outcome) = try await group.next() {
          outcomes[place] = outcome
          progress?(outcome, outcomes.count, due.count)
          start()
        }
      }
    } catch {
      await fetcher.shutdown()
      throw error
    }
    await fetcher.shutdown()
    return due.indices.compactMap { outcomes[$0] }
  }

  /// Saves what answers without articles changed, in one transaction.
  ///
  /// When there seems to be no network at all, nothing is held against any feed.
  private func savePending(_ report: inout RunReport, _ hosts: HostMemory) throws {
    let isDown = report.networkIsDown
    let pending = report.feeds.compactMap { feed -> (state: FeedState, log: FetchLogEntry)? in
      guard let pending = feed.pending else { return nil }
      guard isDown, let source = configuration.feeds.first(where: { $0.id == feed.id }) else {
        return pending
      }
      var state = (try? store.feedState(feed.id)) ?? FeedState(feed: feed.id)
      var schedule = FeedSchedule(state)
      _ = schedule.receive(
        FetchOutcome(instant: now, result: .networkDown),
        policy: policy(source)
      )
      schedule.write(into: &state)
      return (state, pending.log)
    }
    try store.commit(states: pending, hosts: hosts.changes())
  }

  private func policy(_ source: FeedSource) -> SchedulePolicy {
    SchedulePolicy(
      feed: source.id,
      interval: source.interval.map { Int($0.components.seconds) },
      alertAfter: Int(configuration.alertAfter.components.seconds)
    )
  }

  /// Gives the articles of the last 30 days the tags of a model that has changed.
  ///
  /// - Throws: `StoreError`; the batches before stay, the next run goes on.
  package static func refreshTags(store: ArticleStore, model: TopicModel, now: Int) throws {
    try TagRefresh(store: store, model: model, now: now).perform()
  }
}

/// Which feeds a run asks.
package struct FeedSelection: Sendable {
  /// Ids that the user named; empty means all that are enabled.
  package var feeds: [String]
  /// Whether feeds that are not due are asked too.
  package var all: Bool
  /// Whether only the named feeds are asked, and those without a look at their schedule.
  fileprivate(set) var isRecorded = false

  package init(feeds: [String] = [], all: Bool = false) {
    self.feeds = feeds
    self.all = all
  }

  /// The feeds that a recorded run asked.
  init(recorded feeds: [String]) {
    self.init(feeds: feeds)
    isRecorded = true
  }

  func names(_ id: String) -> Bool { feeds.contains(id) }

  func takes(_ source: FeedSource, _ state: FeedState, now: Int) -> Bool {
    if isRecorded { return names(source.id) }
    let schedule = FeedSchedule(state)
    // Not even a fetch that the user asks for comes before a Retry-After.
    if names(source.id) || (feeds.isEmpty && all) { return schedule.mayBeFetched(at: now) }
    return feeds.isEmpty && schedule.isDue(at: now)
  }

  func check(against configuration: FeedListConfiguration) throws(PipelineError) {
    let known = configuration.feeds.map(\.id)
    for id in feeds where !known.contains(id) {
      throw .unknownFeed(id: id, nearest: Spelling.suggestion(for: id, among: known))
    }
  }
}
