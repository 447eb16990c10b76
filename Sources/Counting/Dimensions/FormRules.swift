import Vocabulary

/// Forms of exploitation as they are reported: top-level forms, and buckets by the stated rules.
struct FormRules: Sendable {
    private let list: CodeList
    private let settings: CountingSettings
    /// Each code to its top-level form.
    private let roots: CodeMapping
    /// The mappings given, each code without a pair taking that of its nearest broader code.
    private let union: CodeMapping
    private let unitedNations: CodeMapping

    init(list: CodeList, settings: CountingSettings) {
        self.list = list
        self.settings = settings
        roots = CodeMapping(
            from: list.name, to: list.name, version: list.version, source: list.source,
            pairs: Dictionary(uniqueKeysWithValues: list.codes.map { ($0.id, list.root(of: $0.id) ?? $0.id) }))
        union = FormRules.inherited(settings.euForm.mapping, list)
        unitedNations = FormRules.inherited(settings.unodcForm.mapping, list)
    }

    private static func inherited(_ mapping: CodeMapping, _ list: CodeList) -> CodeMapping {
        var pairs: [String: String] = [:]
        for code in list.codes {
            var broader: Code? = code
            // As many steps as there are codes: a circle of parents ends here.
            for _ in list.codes.indices {
                guard let current = broader, pairs[code.id] == nil else { break }
                pairs[code.id] = mapping[current.id]
                broader = current.parent.flatMap { list[$0] }
            }
        }
        return CodeMapping(
            from: mapping.from, to: mapping.to, version: mapping.version, source: mapping.source, pairs: pairs)
    }

    /// Ids of the forms in a combination, in the order of the list; those not on the list are left out.
    func ids(_ combination: FormTable.Combination) -> [String] {
        list.codes.indices.filter { combination.forms >> UInt64($0) & 1 == 1 }.map { list.codes[$0].id }
    }

    /// Top-level forms, each once, in the order of the list; `unknown` only where nothing else is known.
    func topLevel(_ combination: FormTable.Combination) -> [String] {
        let tops = Set(ids(combination).compactMap { roots[$0] })
        let ordered = list.codes.map(\.id).filter(tops.contains)
        let known = ordered.filter { $0 != BreakdownColumn.unknown }
        return known.isEmpty ? ordered : known
    }

    /// The one bucket of a combination in which at least one form of the list was reported.
    func bucket(_ breakdown: Breakdown, _ combination: FormTable.Combination) -> String {
        let main = list.codes.indices.contains(Int(combination.main)) ? list.codes[Int(combination.main)].id : nil
        let forms = ids(combination)
        return switch breakdown {
        case .euForm: settings.euForm.rule.bucket(for: forms, main: main, mapping: union)
        case .unodcForm: settings.unodcForm.rule.bucket(for: forms, main: main, mapping: unitedNations)
        default: main.flatMap { roots[$0] } ?? settings.mainForm.bucket(for: forms, main: main, mapping: roots)
        }
    }

    /// Buckets that a table always shows.
    func buckets(_ breakdown: Breakdown) -> [String] {
        let rule =
            switch breakdown {
            case .euForm: settings.euForm.rule
            case .unodcForm: settings.unodcForm.rule
            default: settings.mainForm
            }
        let named = rule.precedence + [rule.whenNone]
        return named.enumerated().filter { named.firstIndex(of: $1) == $0 }.map(\.element)
    }

    /// Name and version of the rule, for the provenance of a table.
    func rule(_ breakdown: Breakdown) -> String? {
        switch breakdown {
        case .euForm: "\(settings.euForm.rule.name) \(settings.euForm.rule.version)"
        case .unodcForm: "\(settings.unodcForm.rule.name) \(settings.unodcForm.rule.version)"
        case .mainForm: "\(settings.mainForm.name) \(settings.mainForm.version)"
        default: nil
        }
    }

    /// The list that the codes of a breakdown are from.
    func codeList(_ breakdown: Breakdown) -> String {
        switch breakdown {
        case .euForm: settings.euForm.rule.to
        case .unodcForm: settings.unodcForm.rule.to
        default: list.name
        }
    }
}
