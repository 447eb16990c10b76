import Mustache

/// The Mustache templates of the pages, parsed once.
struct PageTemplates: Sendable {
    private let library: MustacheLibrary

    init(_ texts: [String: String]) throws {
        library = MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: Markup.template($0)) })
    }

    /// A value that is no page of the site; nil where there is no such template.
    func render(_ value: some Sendable, in template: String) -> [UInt8]? {
        library.render(templateValue(value), withTemplate: template).map { Array($0.utf8) }
    }

    /// The page as HTML; nil where it has no template.
    func render(_ page: some Page) -> [UInt8]? {
        library.render(templateValue(page), withTemplate: type(of: page).template).map { Array($0.utf8) }
    }
}

/// A page with every string ready: a template fills it in and decides nothing.
protocol Page: Sendable {
    /// Name of its template.
    static var template: String { get }
    var frame: PageFrame { get }
}
