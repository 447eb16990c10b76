import Access
import Mechanisms
import Registry
import Vocabulary

/// The manual of contacts as one page that needs nothing else: to print, or to carry where there is no line.
struct ManualPaper {
    let contacts: ContactBook
    let issue: ContactBook.Issue?
    let book: Book

    init(_ contacts: ContactBook, _ issue: ContactBook.Issue?, _ book: Book) {
        (self.contacts, self.issue, self.book) = (contacts, issue, book)
    }

    var html: String {
        let title = "Manual of contacts" + (issue.map { ", issue \($0.number)" } ?? ", no issue")
        let made = issue.map { "Issued on \($0.day) by \($0.organisation)." } ?? "As of \(contacts.day)."
        let countries = Dictionary(grouping: contacts.entries, by: \.contact.country)
        let tables = countries.sorted { $0.key < $1.key }.map { country, entries in
            HTML.table(name("countries", country), ManualPaper.columns, entries.map(row))
        }
        let year = contacts.holidays.between(contacts.day, and: contacts.day.adding(days: 365))
        let holidays = year.map { [name("countries", $0.holiday.country), $0.day.description, $0.holiday.name] }
        let procedures = contacts.procedures.map {
            [name("countries", $0.country), name("procedure-topics", $0.topic), $0.text, $0.legalBasis ?? ""]
        }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(title))</title><style>\(ManualPaper.style)</style></head><body>
            <main><h1>\(HTML.escaped(title))</h1>
            <p>\(HTML.escaped(made)) Marking: \(Marking.professionals.rawValue). Hours are by the clock of each contact; on a
            holiday those of “holidays” count, on a special day its own.</p>
            \(tables.joined(separator: "\n"))
            \(HTML.table("Holidays of the coming year", ["State", "Day", "Holiday"], holidays))
            \(HTML.table("Procedures", ["State", "Topic", "Procedure", "Legal basis"], procedures))
            </main></body></html>
            """
    }

    private static let columns = [
        "Contact", "Tasks", "Telephone", "Secure mail, messenger", "Languages", "Hours", "Zone", "Order", "Then try",
        "Tested",
    ]

    private func row(_ entry: ContactBook.Entry) -> [String] {
        let contact = entry.contact
        let tested = entry.verification.test.map { "\(entry.verification.code), \($0.day)" } ?? "never"
        let special = contact.specialDays.description
        return [
            "\(contact.title), \(entry.organisation)", names("contact-tasks", contact.tasks), contact.telephone,
            [contact.secureMail, contact.messenger].compactMap(\.self).joined(separator: ", "),
            names("languages", contact.languages),
            contact.hours.description + (special.isEmpty ? "" : "; \(special)"), contact.clock.name,
            "\(contact.priority)", contact.next.flatMap(contacts.entry)?.contact.title ?? "", tested,
        ]
    }

    private func names(_ list: String, _ codes: [String]) -> String {
        codes.map { name(list, $0) }.joined(separator: ", ")
    }

    private func name(_ list: String, _ code: String) -> String { book.labels.text(TextKey.code(list, code), in: "en") }

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.4 sans-serif;margin:1rem}.scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:start;font-weight:bold;padding:.3rem 0}
        th,td{border:1px solid;padding:.3rem;text-align:start;vertical-align:top;font-weight:normal}
        @media print{@page{size:A4 landscape;@top-center{content:"\(Marking.professionals.rawValue)"}
        @bottom-center{content:counter(page) " / " counter(pages)}}body{font-size:8pt}tr{break-inside:avoid}
        thead{display:table-header-group}}
        """
}
