import Mechanisms
import Vocabulary

/// docs/reference/codelists.md: every list with its codes, how lists are said in others, and the rules of reporting.
struct CodeListReference {
    let book: Book

    func markdown() -> String {
        """
        # Code lists

        Made from `Resources/codelists` and the English language file by `make reference`; do not edit.

        | list | version | codes | source |
        |---|---|---|---|
        \(lists.map(line).joined(separator: "\n"))

        ## Mappings

        | from | to | version | pairs | source |
        |---|---|---|---|---|
        \(mappings.map(line).joined(separator: "\n"))

        ## Rules for one bucket

        Reports want each person in one bucket. The main form decides where it is marked and the rule says so; else \
        the first of these that is present.

        | rule | version | from | to | order | main form decides | without any | source |
        |---|---|---|---|---|---|---|---|
        \(book.bucketRules.sorted { $0.name < $1.name }.map(line).joined(separator: "\n"))

        \(lists.map(section).joined(separator: "\n"))
        """
    }

    private var lists: [CodeList] { book.codeLists.values.sorted { $0.name < $1.name } }

    private var mappings: [CodeMapping] { book.mappings.sorted { ($0.from, $0.to) < ($1.from, $1.to) } }

    private func line(_ list: CodeList) -> String {
        "| [\(list.name)](#\(list.name)) | \(list.version) | \(list.codes.count) | \(list.source) |"
    }

    private func line(_ mapping: CodeMapping) -> String {
        "| \(mapping.from) | \(mapping.to) | \(mapping.version) | \(mapping.pairs.count) | \(mapping.source) |"
    }

    private func line(_ rule: BucketRule) -> String {
        "| \(rule.name) | \(rule.version) | \(rule.from) | \(rule.to) | \(rule.precedence.joined(separator: ", ")) "
            + "| \(rule.prefersMain ? "yes" : "no") | \(rule.whenNone) | \(rule.source) |"
    }

    private func section(_ list: CodeList) -> String {
        let codes = list.codes.map { code in
            "| \(code.id) | \(book.labels.text(TextKey.code(list.name, code.id), in: "en")) "
                + "| \(code.parent ?? "") | \(code.isRetired ? "retired" : "") |"
        }
        return """
            ## \(list.name)

            | code | English | part of | |
            |---|---|---|---|
            \(codes.joined(separator: "\n"))

            """
    }
}
