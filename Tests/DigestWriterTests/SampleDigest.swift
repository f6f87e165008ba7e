// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// A small digest with everything in it: one story in two languages, an empty topic, a sick feed.
enum SampleDigest {
  static let start = Timestamp.seconds("2025-11-17T07:30:00Z") ?? 0
  static let hour = 3600

  static func make() -> Digest {
    var settings = DigestSettings()
    settings.authority = "me.example,2026"
    settings.title = "رصد Rasad"
    settings.baseURL = "https://me.example/rasad/"
    var digest = Digest(
      settings: settings,
      topics: topics,
      stories: [departure, nabiyev, itu, armenia],
      feeds: feeds,
      modelDate: start - 30 * 86_400,
      now: start + 60 * hour,
      tombstones: [
        Digest.Tombstone(
          id: Story.ID(text: "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
          mergedInto: departure.id,
          when: start + 5 * hour
        )
      ]
    )
    digest.topicDetails = [
      TopicDetail(
        id: "cybersecurity",
        phrases: [
          phrase("الأمن السيبراني", .arabic, 1000, "verbatim in seeds 000 002 004"),
          phrase("امنیت سایبری", .persian, 1000, "verbatim in seed 001"),
          phrase("cyber security", .english, 1000, "translation"),
          phrase("هجمات", .arabic, 600, "expansion"),
        ],
        passages: [
          TopicDetail.Passage(
            seed: "000",
            language: .arabic,
            pieces: [
              "فإن الموضوعات الرئيسية لهذه الدورة تشمل ", "الأمن السيبراني", "، والمهارات الرقمية",
            ]
          )
        ]
      )
    ]
    return digest
  }

  static let topics = [
    topic("tech-diplomacy", "دبلوماسية التكنولوجيا", "دیپلماسی فناوری", "Tech diplomacy"),
    topic("cybersecurity", "الأمن السيبراني", "امنیت سایبری", "Cybersecurity"),
    topic("itu-multilateral", "الاتحاد الدولي للاتصالات", "اتحادیه جهانی مخابرات", "ITU"),
    topic("spectrum", "الترددات", "طیف فرکانسی", "Spectrum"),
    topic("digital-health", "الصحة الرقمية", "سلامت دیجیتال", "Digital health"),
  ]

  private static func topic(_ id: String, _ ar: String, _ fa: String, _ en: String) -> Topic {
    Topic(id: id, labels: [.arabic: ar, .persian: fa, .english: en])
  }

  private static func phrase(_ text: String, _ language: Language, _ weight: Int, _ origin: String)
    -> TopicDetail.Phrase
  {
    TopicDetail.Phrase(text: text, language: language, weight: weight, origin: origin)
  }

  private static let agency: FeedHealth = {
    var feed = FeedHealth(
      id: "irib-ict",
      title: "صداوسیما – ارتباطات",
      url: "https://irib.example/rss/ict",
      language: .persian,
      state: .ok,
      lastSuccess: start + 59 * hour,
      nextFetch: start + 61 * hour,
      newInWeek: 84,
      rights: "© صداوسیما"
    )
    feed.nextFetchReason = "2 h after the last fetch: half the usual gap between items of 4 h"
    feed.medianGap = 4 * hour
    return feed
  }()

  static let feeds = [
    agency,
    FeedHealth(
      id: "alwefagh",
      title: "الوفاق",
      url: "https://alwefagh.example/feed",
      language: .arabic,
      state: .ok,
      lastSuccess: start + 59 * hour,
      nextFetch: start + 60 * hour,
      newInWeek: 19
    ),
    FeedHealth(
      id: "mehr-ar",
      title: "وكالة مهر للأنباء",
      url: "https://mehr.example/ar/rss",
      language: .arabic,
      state: .sick,
      cause: "403 Cloudflare challenge, HTML instead of a feed",
      failingSince: start,
      lastSuccess: start - 2 * hour,
      nextFetch: start + 62 * hour
    ),
  ]

  static let departure: DigestStory = {
    var story = SampleDigest.story(
      "mzxw6ytboi2dg5dfon2hg33umu",
      "وزیر ارتباطات عازم باکو شد",
      .persian,
      lead: """
        وزیر ارتباطات برای انجام مذاکرات رسمی و گسترش همکاری‌های دوجانبه در حوزه فناوری و ارتباطات، \
        عازم باکو شد تا در کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵ (WTDC-۲۵) شرکت کند.

        کنفرانس WTDC-۲۵ از ۲۶ تا ۲۸ آبان ۱۴۰۴ برگزار می‌شود و بیش از ۱۵۰۰ نماینده از حدود ۱۵۰ کشور \
        در آن حضور دارند.
        """,
      after: 0,
      grown: 4,
      sources: [
        source("irib-ict", "صداوسیما", "وزیر ارتباطات عازم باکو شد", .persian, 0, .first, []),
        source(
          "alwefagh",
          "الوفاق",
          "وزير الاتصالات الإيراني يغادر طهران إلى جمهورية أذربيجان",
          .arabic,
          2,
          .sameStory,
          [
            Evidence(kind: .name, contribution: 340, found: "ستار هاشمي", partner: "ستار هاشمی"),
            Evidence(kind: .latin, contribution: 270, found: "WTDC-25", partner: "WTDC-۲۵"),
            Evidence(kind: .number, contribution: 180, found: "1500", partner: "۱۵۰۰"),
            Evidence(kind: .conflict, contribution: -40, found: "طهران", note: "only in one"),
            Evidence(kind: .base, contribution: 100, found: "", note: "constant"),
          ]
        ),
        source(
          "agency",
          "Agency",
          "Iran's ICT minister in Baku for WTDC-25",
          .english,
          4,
          .sameStory,
          [
            Evidence(kind: .latin, contribution: 310, found: "WTDC-25", partner: "WTDC-۲۵"),
            Evidence(kind: .concept, contribution: 240, found: "Baku", partner: "باکو"),
          ]
        ),
      ],
      tags: [
        tag(
          "tech-diplomacy",
          [("دیپلماسی فناوری", 1300, "verbatim in seed 001"), ("مذاکرات", 600, "expansion")]
        ),
        tag("cybersecurity", [("امنیت سایبری", 1000, "verbatim in seed 001")]),
      ]
    )
    story.growth = [
      DigestStory.Growth(
        number: 2,
        reason: .newLanguage,
        when: start + 2 * hour,
        title: "وزير الاتصالات الإيراني يغادر طهران إلى جمهورية أذربيجان",
        language: .arabic,
        url: "https://alwefagh.example/2",
        outlet: "الوفاق"
      ),
      DigestStory.Growth(
        number: 3,
        reason: .newLanguage,
        when: start + 4 * hour,
        title: "Iran's ICT minister in Baku for WTDC-25",
        language: .english,
        url: "https://agency.example/4",
        outlet: "Agency"
      ),
    ]
    return story
  }()

  static let nabiyev = SampleDigest.story(
    "nabiyevnabiyevnabiyevnabiy",
    "هاشمي يلتقي رشاد نبي اوف على هامش المؤتمر العالمي لتنمية الاتصالات",
    .arabic,
    lead: """
      ناقش الجانبان التعاون في مجال البنية التحتية، وتنسيق الترددات، وتطوير التعاون الفضائي، والأمن \
      السيبراني، وتعزيز مسارات نقل البيانات بين البلدين.
      """,
    after: 48,
    grown: 48,
    sources: [
      source(
        "mehr-ar",
        "وكالة مهر",
        "هاشمي يلتقي رشاد نبي اوف على هامش المؤتمر العالمي لتنمية الاتصالات",
        .arabic,
        48,
        .first,
        []
      )
    ],
    tags: [
      tag("spectrum", [("تنسيق الترددات", 1300, "verbatim in seed 002"), ("الترددات", 1000, "")]),
      tag("cybersecurity", [("الأمن السيبراني", 1000, "verbatim in seeds 000 002 004")]),
    ]
  )

  static let itu: DigestStory = {
    var story = SampleDigest.story(
      "ituituituituituituituituit",
      "ITU: دیدار وزیر ارتباطات با دبیرکل اتحادیه جهانی ارتباطات",
      .persian,
      lead: "ITU میزبان دیدار وزیر ارتباطات و دورین بوگدان مارتین بود.",
      after: 30,
      grown: 30,
      sources: [
        source(
          "irib-ict",
          "صداوسیما",
          "ITU: دیدار وزیر ارتباطات با دبیرکل اتحادیه جهانی ارتباطات",
          .persian,
          30,
          .first,
          []
        )
      ],
      tags: [tag("itu-multilateral", [("اتحادیه جهانی ارتباطات", 1300, "translation")])]
    )
    story.borderline = [tag("tech-diplomacy", [("دیدار", 600, "expansion"), ("وزیر", 350, "")])]
    return story
  }()

  /// Without an address, and on no topic.
  static let armenia: DigestStory = {
    var source = SampleDigest.source(
      "seeds",
      "004.txt",
      "تطوير التعاون بين إيران وأرمينيا",
      .arabic,
      -20,
      .first,
      []
    )
    source.url = nil
    return story(
      "armeniaarmeniaarmeniaarmen",
      "تطوير التعاون بين إيران وأرمينيا",
      .arabic,
      lead:
        "أكد وزير الاتصالات خلال لقائه مع سفير أرمينيا في طهران على مجالات التعاون بين البلدين.",
      after: -20,
      grown: -20,
      sources: [source],
      tags: []
    )
  }()

  static func story(
    _ id: String,
    _ title: String,
    _ language: Language,
    lead: String,
    after: Int,
    grown: Int,
    sources: [DigestStory.Source],
    tags: [TopicTag]
  ) -> DigestStory {
    DigestStory(
      id: Story.ID(text: id),
      title: title,
      language: language,
      lead: lead,
      published: start + after * hour,
      updated: start + grown * hour,
      firstSeen: start + after * hour + 600,
      sources: sources,
      tags: tags
    )
  }

  static func source(
    _ feed: String,
    _ outlet: String,
    _ title: String,
    _ language: Language,
    _ after: Int,
    _ relation: StoryRelation,
    _ evidence: [Evidence]
  ) -> DigestStory.Source {
    DigestStory.Source(
      article: Article.ID(feed: feed, key: "\(feed)/\(after)"),
      outlet: outlet,
      title: title,
      language: language,
      url: "https://\(feed).example/\(after)",
      published: start + after * hour,
      decision: StoryDecision(
        relation: relation,
        partner: relation == .first ? nil : Article.ID(feed: "irib-ict", key: "irib-ict/0"),
        evidence: evidence
      )
    )
  }

  static func tag(_ topic: String, _ phrases: [(String, Int, String)]) -> TopicTag {
    TopicTag(
      topic: topic,
      evidence: phrases.map { found, weight, note in
        Evidence(kind: .phrase, contribution: weight, found: found, partner: found, note: note)
      }
    )
  }
}
