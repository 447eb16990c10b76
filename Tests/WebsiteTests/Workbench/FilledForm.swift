import Foundation

/// The fields of a page's forms as a browser would send them: what is ticked, chosen and written.
struct FilledForm {
    private(set) var all: [(String, String)] = []

    init(_ page: String) {
        let main = page.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first ?? ""
        let pattern = #/<input([^>]*)>|<textarea([^>]*)>\n?([^<]*)</textarea>|<select([^>]*)>(.*?)</select>/#
            .dotMatchesNewlines()
        for match in main.matches(of: pattern) {
            let attributes = String(match.1 ?? match.2 ?? match.4 ?? "")
            guard let name = Self.attribute("name", of: attributes) else { continue }
            let isTick = ["checkbox", "radio"].contains(Self.attribute("type", of: attributes) ?? "")
            if isTick, !attributes.contains(" checked") { continue }
            let option = match.5.flatMap { try? #/<option value="([^"]*)" selected/#.firstMatch(in: String($0)) }
            let value =
                match.3.map(String.init) ?? option.map { String($0.1) } ?? Self.attribute("value", of: attributes)
            all.append((name, Self.plain(value ?? "")))
        }
        // The token of the page is replaced by that of the session that sends it.
        all.removeAll { $0.0 == "csrf-token" }
    }

    subscript(name: String) -> [String] {
        get { all.filter { $0.0 == name }.map(\.1) }
        set { all = all.filter { $0.0 != name } + newValue.map { (name, $0) } }
    }

    private static func attribute(_ name: String, of text: String) -> String? {
        text.components(separatedBy: " \(name)=\"").dropFirst().first?.components(separatedBy: "\"").first
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

/// A page without what differs from one request to the next.
enum PlainPage {
    static func text(_ page: String) -> String {
        page.replacing(#/name="(key|csrf-token)" value="[^"]*"/#, with: "")
            .replacing(#/workbench-[0-9a-f]{12}\.css/#, with: "workbench.css")
            .replacing(#/icon-[0-9a-f]{12}\.svg/#, with: "icon.svg")
            .replacing(#/(after=)[^"]*/#, with: "after=")
            .replacing(#/draft/[0-9a-f-]{36}/#, with: "draft/ID")
            .replacing(#/draft=[0-9a-f-]{36}/#, with: "draft=ID")
    }
}
