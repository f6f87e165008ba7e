// SPDX-License-Identifier: Apache-2.0

/// The elements and attributes of HTML, SVG and MathML that clean content may hold.
enum HTMLVocabulary {
  /// WHATWG HTML, 13.1.2.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Namespaces whose elements stand in HTML under their plain names.
  static let foreignNamespaces: Set<String> = [
    "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML",
  ]

  /// Elements that go with all that is inside.
  static let hidden: Set<String> = [
    "script", "style", "applet", "noembed", "noframes", "template", "xmp", "plaintext",
  ]

  /// Attributes that hold one reference.
  static let references: Set<String> = [
    "href", "src", "cite", "action", "longdesc", "background", "poster", "data", "usemap",
    "xlink:href", "formaction",
  ]

  /// Schemes that a reference may have.
  static let schemes: Set<String> = [
    "http", "https", "mailto", "ftp", "tel", "sms", "magnet", "irc", "ircs", "news", "nntp", "xmpp",
    "sip", "sips", "geo", "feed", "gopher", "gemini", "rtsp", "mms", "webcal", "itms", "podcast",
    "acct", "urn", "doi", "matrix", "cid", "mid",
  ]

  /// The element `name` as it is written, or `nil` when it may not stay.
  static func name(of name: String, isForeign: Bool) -> String? {
    if elements.contains(name) { return name }
    guard isForeign, foreignElements.contains(name) else { return nil }
    return mixedCase[name] ?? name
  }

  /// The attribute `name` as it is written, or `nil` when it may not stay.
  static func attribute(_ name: String, isForeign: Bool) -> String? {
    if attributes.contains(name) { return name }
    guard isForeign, !name.hasPrefix("on"), name != "style", isPlain(name) else { return nil }
    // An address under another prefix, which a document may bind to XLink.
    guard name == "xlink:href" || !name.hasSuffix(":href") else { return nil }
    return mixedCase[name] ?? name
  }

  /// Whether an attribute name is one that somebody meant: `x<script` is a name too, by the letter.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x3A, 0x5F: true
      default: false
      }
    }
  }

  /// Whether an animation may change the attribute `name`: addresses and handlers that it sets
  /// have been looked at by nobody.
  static func isAnimatable(_ name: String) -> Bool {
    let name = name.filter { !$0.isWhitespace }.lowercased()
    let local = name.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
    return local != "href" && !local.hasPrefix("on")
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let elements = words(
    """
    a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption
    center cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl
    dt em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr
    i img input ins kbd keygen label legend li m main map mark menu meter multicol nav nextid
    noscript ol optgroup option output p picture pre progress q rb rp rt rtc ruby s samp search
    section select small sound source spacer span strike strong sub summary sup table tbody td
    textarea tfoot th thead time tr track tt u ul var video wbr
    """
  )

  private static let foreignElements = words(
    """
    svg math animate animatecolor animatemotion animatetransform circle clippath defs desc ellipse
    g glyph hkern line lineargradient linegradient marker metadata missing-glyph mpath path pattern
    polygon polyline radialgradient rect set stop switch symbol text textpath title tref tspan use
    annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom
    mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics
    """
  )

  private static let attributes = words(
    """
    abbr accept accept-charset accesskey action align alt aria-hidden aria-label autocomplete
    autofocus axis background balance bgcolor bgproperties border bordercolor bordercolordark
    bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked
    choff cite class clear color cols colspan compact contenteditable controls coords data datafld
    datapagesize datasrc datetime default delay dir disabled draggable dynsrc enctype end face for
    form frame galleryimg gutter headers height hidden hidefocus high href hreflang hspace icon id
    inputmode ismap keytype kind label lang leftspacing list longdesc loop loopcount loopend
    loopstart low lowsrc max maxlength media method min multiple name nohref noshade nowrap open
    optimum pattern ping point-size poster pqg preload prompt radiogroup readonly rel repeat-max
    repeat-min replace required rev reversed rightspacing role rowspan rules scope selected shape
    size sizes span src srclang srcset start step summary suppress tabindex target template title
    toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap
    xml:lang
    """
  )

  /// WHATWG HTML, 13.2.6.1 and 13.2.6.5: names of SVG and MathML that are not all lower case.
  private static let mixedCase: [String: String] = {
    let names = """
      animateColor animateMotion animateTransform clipPath linearGradient radialGradient textPath
      attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits
      diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix
      kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight
      markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
      patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha
      preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions
      requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation
      stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox
      viewTarget xChannelSelector yChannelSelector zoomAndPan definitionURL
      """
    return Dictionary(
      uniqueKeysWithValues: words(names).map { ($0.lowercased(), $0) }
    )
  }()
}
