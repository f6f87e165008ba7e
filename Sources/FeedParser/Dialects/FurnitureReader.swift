// SPDX-License-Identifier: Apache-2.0

/// The parts of a channel that hold fields of their own.
enum FurnitureReader {
  /// RSS: `<image>` with `url`, `title`, `link`, …; RDF: also `rdf:resource`.
  static func image(_ index: Int, _ tape: XMLTape, _ scope: Scope) -> FeedImage? {
    var image = FeedImage()
    image.url = scope.resolve(
      tape.someAttribute(index, .rdfResource) ?? tape.someAttribute(index, .href)
        ?? tape.someAttribute(index, .url)
    )
    for child in tape.children(index) {
      let inner = scope.inside(child, tape)
      switch tape.tag(child) {
      case .url, .rdfURL: image.url = inner.resolve(tape.someText(child)) ?? image.url
      case .title, .dcTitle: image.title = tape.someText(child) ?? image.title
      case .link:
        image.link =
          inner.resolve(tape.someText(child) ?? tape.attribute(child, .href))
          ?? image.link
      case .description: image.description = tape.someText(child)
      case .width: image.width = tape.someText(child).flatMap(Number.count)
      case .height: image.height = tape.someText(child).flatMap(Number.count)
      default: break
      }
    }
    if image == FeedImage(), let text = tape.someText(index) { image.url = scope.resolve(text) }
    return image == FeedImage() ? nil : image
  }

  /// RSS: `<textInput>`; RDF: `<textinput>`.
  static func textInput(_ index: Int, _ tape: XMLTape, _ scope: Scope) -> FeedTextInput {
    var input = FeedTextInput()
    for child in tape.children(index) {
      switch tape.tag(child) {
      case .title: input.title = tape.someText(child)
      case .description: input.description = tape.someText(child)
      case .name: input.name = tape.someText(child)
      case .link: input.link = scope.resolve(tape.someText(child))
      default: break
      }
    }
    return input
  }

  /// RSS: `<cloud>`.
  static func cloud(_ index: Int, _ tape: XMLTape) -> FeedCloud {
    var cloud = FeedCloud()
    cloud.domain = tape.someAttribute(index, .domain)
    cloud.port = tape.someAttribute(index, .port)
    cloud.path = tape.someAttribute(index, .path)
    cloud.registerProcedure = tape.someAttribute(index, .registerprocedure)
    cloud.protocolName = tape.someAttribute(index, .protocolName)
    return cloud
  }
}
