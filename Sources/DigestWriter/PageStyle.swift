// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The style of every page; it stands in the page, so that one file is enough.
enum PageStyle {
  /// The colours of a theme, as `rrggbb`.
  struct Palette {
    let page: String
    let card: String
    let ink: String
    let muted: String
    let accent: String
    let line: String
    let bar: String
    let good: String
    let bad: String
    let chip: String

    fileprivate var variables: String {
      "--page:#\(page);--card:#\(card);--ink:#\(ink);--muted:#\(muted);--accent:#\(accent);"
        + "--line:#\(line);--bar:#\(bar);--good:#\(good);--bad:#\(bad);--chip:#\(chip)"
    }
  }

  static let light = Palette(
    page: "f4f5f2",
    card: "ffffff",
    ink: "1b2427",
    muted: "505d62",
    accent: "0a5a61",
    line: "d5dad8",
    bar: "2f8a91",
    good: "1c6b35",
    bad: "a3271f",
    chip: "e2efee"
  )

  static let dark = Palette(
    page: "111618",
    card: "1a2124",
    ink: "e7eced",
    muted: "a6b4b9",
    accent: "7fd4da",
    line: "344045",
    bar: "4aa5ac",
    good: "7fd694",
    bad: "ff9a8f",
    chip: "223438"
  )

  /// Widths of evidence bars in twentieths, as classes: a page may not carry style attributes.
  private static let widths = (1...20).map { ".w\($0){--w:\($0 * 5)%}" }.joined()

  /// The style sheet.
  ///
  /// The Arabic face is declared for its script alone, and 6 % larger, so that Latin runs keep the
  /// Latin font; digits and punctuation belong to either.
  static let sheet =
    ":root{color-scheme:light dark;" + light.variables + "}\n"
    + "@media(prefers-color-scheme:dark){:root{" + dark.variables + "}}\n" + face(400, "")
    + face(700, " Bold") + rules + widths + "\n"

  /// The style sheet as it stands in a page: without anything that HTML or XML would read.
  static let bytes: [UInt8] = {
    precondition(!sheet.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    return Array(sheet.utf8)
  }()

  /// The policy that allows this style sheet and nothing else.
  static let policy: String = {
    let hash = Base64.encode(SHA256.digest(of: Array(sheet.utf8)))
    return "default-src 'none'; style-src 'sha256-\(hash)'; form-action 'self'; base-uri 'none'"
  }()

  private static func face(_ weight: Int, _ suffix: String) -> String {
    let names = ["Vazirmatn", "Noto Naskh Arabic", "Noto Sans Arabic", "Geeza Pro"]
    let sources = names.map { "local(\"\($0)\(suffix)\")" }.joined(separator: ",")
    return "@font-face{font-family:R;font-weight:\(weight);src:\(sources);size-adjust:106%;"
      + "unicode-range:U+600-65F,U+66A-6EF,U+6FA-6FF,U+750-77F,U+8A0-8FF,U+FB50-FDFF,U+FE70-FEFF,"
      + "U+200C-200D}\n"
  }

  private static let rules = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);\
    font:1rem/1.6 R,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
    [dir=rtl]{line-height:1.85}
    a{color:var(--accent);text-underline-offset:.2em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
    body>header,main,body>footer{max-inline-size:74rem;margin-inline:auto;padding-inline:1rem}
    body>header{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.5rem;\
    border-block-end:1px solid var(--line)}
    .brand{font-size:1.3rem;font-weight:700;margin:0}
    .brand a,h3 a{color:inherit;text-decoration:none}
    h3 a:hover,.brand a:hover{text-decoration:underline}
    nav ul,.src,.chips,.plain{list-style:none;margin:0;padding:0}
    nav ul{display:flex;flex-wrap:wrap}
    nav a{display:inline-block;padding:.65rem .75rem;min-block-size:2.75rem;text-decoration:none}
    nav a[aria-current]{font-weight:700;border-block-end:3px solid var(--accent);padding-block-end:calc(.65rem - 3px)}
    form{display:flex;gap:.4rem;margin-inline-start:auto;padding-block:.4rem}
    input,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--muted);\
    border-radius:.4rem;padding:.25rem .6rem;min-block-size:2.75rem;min-inline-size:0}
    input{inline-size:14rem}button{color:var(--accent)}
    .skip{position:absolute;inset-inline-start:-99rem}
    .skip:focus{position:static;display:block;padding:.75rem 1rem}
    main{padding-block:1rem 3rem;display:grid;gap:1rem 2rem;grid-template-columns:minmax(0,1fr)}
    h1{font-size:1.5rem;line-height:1.5;margin:.25rem 0}
    h2{font-size:1.05rem;margin:1.25rem 0 .5rem}
    h3{font-size:1.15rem;line-height:1.6;margin:0}
    article,aside section,.card{background:var(--card);border:1px solid var(--line);\
    border-radius:.6rem;padding:.9rem 1.1rem;margin-block-end:.9rem}
    main>.card,main>article{margin-block:0}
    aside h2,.card>h2{margin-block-start:0}
    .card h3{font-size:1rem}
    .x{border-inline-start:4px solid var(--bar)}
    .meta,.note,small,caption{color:var(--muted);font-size:.9rem}
    .meta{margin:.2rem 0 .5rem}
    .chips{display:flex;flex-wrap:wrap;gap:.35rem;margin-block:.4rem}
    .chips a{display:inline-block;background:var(--chip);color:var(--accent);border-radius:1rem;\
    padding:.15rem .75rem;font-size:.9rem;text-decoration:none;min-block-size:1.9rem}
    .chips a:hover{text-decoration:underline}
    .src li{padding-block:.3rem;border-block-start:1px solid var(--line)}
    .src time,.n{font-variant-numeric:tabular-nums}
    time,.n{white-space:nowrap}
    .src time{color:var(--muted);font-size:.9rem;margin-inline-end:.5rem}
    .lg{color:var(--muted);font-size:.85rem;margin-inline-start:.4rem}
    summary{cursor:pointer;color:var(--accent);padding-block:.55rem;min-block-size:2.75rem}
    .ev{list-style:none;margin:0 0 .5rem;padding:0}
    .ev li{display:flex;gap:.6rem;align-items:center;font-size:.95rem}
    .ev li>:first-child{flex:1;min-inline-size:0}
    .b{display:grid;grid-template-columns:3.4rem 6rem;gap:.6rem;align-items:center;\
    text-align:end;font-variant-numeric:tabular-nums}
    .b::after{content:"";block-size:.6rem;inline-size:var(--w);border-radius:2px;\
    background:var(--bar);print-color-adjust:exact}
    .neg::after{background:var(--bad)}
    aside .b{grid-template-columns:2rem 5rem}
    .et .b{grid-template-columns:3.4rem minmax(0,1fr)}
    b.t{display:block;margin-block-start:.4rem}
    table{border-collapse:collapse;inline-size:100%;font-size:.95rem}
    th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;\
    border-block-end:1px solid var(--line)}
    th:first-child,td:first-child{padding-inline-start:0}
    th,td{overflow-wrap:break-word}
    caption{text-align:start}
    .et{table-layout:fixed}
    .et td:nth-child(2){inline-size:30%}.et td:last-child{inline-size:30%}
    .scroll{overflow-x:auto}
    svg{display:block;inline-size:100%;max-inline-size:30rem;block-size:auto;fill:var(--bar)}
    .strip{max-inline-size:9rem}.strip .no{fill:var(--bad)}
    svg text{fill:var(--muted);font:9px system-ui,sans-serif}
    svg line{stroke:var(--line)}
    mark{background:var(--chip);color:inherit;font-weight:700;border-radius:.2rem}
    .ok{color:var(--good)}.bad{color:var(--bad)}
    .cols{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr))}
    code{font-size:.9rem}
    body>footer{color:var(--muted);font-size:.9rem;padding-block:1rem 2rem;\
    border-block-start:1px solid var(--line)}
    @media(min-width:62rem){.two{grid-template-columns:minmax(0,1fr) 20rem}}
    @media(max-width:40rem){.stack thead{display:none}.stack tr{display:block;\
    border-block-end:1px solid var(--line);padding-block:.5rem}.stack th,.stack td{display:block;\
    border:0;padding:.1rem 0}.stack td::before{content:attr(data-l);color:var(--muted)}}
    @media(max-width:30rem){article .b{grid-template-columns:3.4rem 3rem;gap:.4rem}\
    .et tr{display:grid;grid-template-columns:1fr 1fr;border-block-end:1px solid var(--line)}\
    .et td,.et th{border:0}.et td:first-child,.et th{grid-column:1/-1}\
    .et td:nth-child(2),.et td:last-child{inline-size:auto}\
    nav a{padding-inline:.55rem}form{inline-size:100%}input{flex:1}\
    article,aside section,.card{padding:.75rem .8rem}}
    @media print{nav,form,aside,.skip,summary{display:none}body{background:none;color:#000}\
    article{break-inside:avoid;border:0;border-block-start:1px solid #999;border-radius:0}}

    """
}

/// Base 64 of RFC 4648 (section 4), with padding.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      value <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let letter = alphabet[Int(value >> UInt32(18 - 6 * place)) & 63]
        result.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
