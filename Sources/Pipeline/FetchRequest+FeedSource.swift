// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import FeedList

extension FetchRequest {
  /// The request that a section of `feeds.conf` asks for, without validators.
  init(_ source: FeedSource, contact: String?) {
    let own = "Rasad/\(Pipeline.version)" + (contact.map { " (\($0))" } ?? "")
    self.init(feed: source.id, url: source.url, userAgent: source.userAgent ?? own)
    headers = source.headers.map { ($0.name, $0.value) }
    cookie = source.cookie
    username = source.username
    password = source.password
    proxy = source.proxy
    switch source.http {
    case .auto: http = .auto
    case .one: http = .one
    case .two: http = .two
    }
    verifyTLS = source.verifyTLS
    allowPrivate = source.allowPrivate
    timeout = source.timeout
    maxSize = source.maxSize
  }
}

extension FeedFetcher {
  /// A fetcher with the limits of the configuration.
  convenience init(_ configuration: FeedListConfiguration) {
    self.init(
      parallel: configuration.parallel,
      perHost: 2,
      hostRules: Dictionary(
        configuration.hosts.map { ($0.name, ($0.maxParallel, $0.minGap)) }
      ) { first, _ in first },
      memory: configuration.memory
    )
  }
}
