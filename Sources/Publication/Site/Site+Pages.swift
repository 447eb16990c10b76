extension Site {
    /// A page as HTML; nil where there is no such page in that language.
    package func html(_ address: PageAddress, in language: String) -> [UInt8]? {
        guard let texts = texts(of: language) else { return nil }
        let frame = PageFrame(self, texts, at: address)
        switch address {
        case .index: return templates.render(IndexPage(self, texts, frame))
        case .indicator(let id): return IndicatorPage(self, texts, frame, id: id).flatMap(templates.render)
        case .tables: return templates.render(TablesPage(self, texts, frame))
        case .table(let name, let request):
            return TablePage(self, texts, frame, name: name, request: request).flatMap(templates.render)
        case .release(let number): return ReleasePage(self, texts, frame, number: number).flatMap(templates.render)
        case .notices: return templates.render(NoticesPage(self, texts, frame))
        case .notice(let number): return NoticePage(self, texts, frame, number: number).flatMap(templates.render)
        case .methods: return templates.render(MethodsPage(self, texts, frame))
        case .about: return templates.render(AboutPage(self, texts, frame))
        }
    }

    /// The address as the page carries it out: what names nothing in the table is gone. Two requests that show the same
    /// have one settled address, under which a page may be kept.
    package func settled(_ address: PageAddress) -> PageAddress {
        guard case .table(let name, var request) = address else { return address }
        let versions = history.releases(of: name)
        if !versions.contains(where: { $0.release.number == request.release }) { request.release = nil }
        guard let number = request.release ?? versions.first?.release.number, let reader = reader(of: name, in: number),
            let crosstab = Crosstab(reader, request.choice)
        else { return .table(name, TableRequest(release: request.release)) }
        request.choice = crosstab.choice
        return .table(name, request)
    }

    /// The page that says what went wrong, in a language of the site.
    package func html(_ problem: PageProblem, in language: String?) -> [UInt8] {
        guard let texts = language.flatMap({ self.texts(of: $0) }) ?? languages.first else { return [] }
        return templates.render(ErrorPage(texts, PageFrame(self, texts, at: nil), problem)) ?? []
    }
}

/// Why a reader gets another page than the one asked for; names its texts under `site.errors`.
package enum PageProblem: String, Sendable, CaseIterable {
    case notFound = "not-found"
    case refused
    case failed
}
