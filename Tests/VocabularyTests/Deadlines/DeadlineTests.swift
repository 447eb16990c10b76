import Testing
import Vocabulary

/// The forms of real plans; earliest and latest days worked by hand from the rules of decision 0190.
@Suite struct DeadlineTests {
    struct Form: CustomTestStringConvertible {
        let words: String
        let kind: Deadline.Kind
        let earliest: String?
        let latest: String?
        var testDescription: String { words }

        init(_ words: String, _ kind: Deadline.Kind, _ earliest: String?, _ latest: String?) {
            self.words = words
            self.kind = kind
            self.earliest = earliest
            self.latest = latest
        }
    }

    @Test(arguments: [
        // The forms of the Council's table.
        Form("March 2006", .period, "2006-03-01", "2006-03-31"), Form("Ongoing", .ongoing, nil, nil),
        Form("Ongoing.", .ongoing, nil, nil), Form("Once per year", .recurring, nil, nil),
        Form("By the end of 2006.", .point, nil, "2006-12-31"),
        Form("by the end of 2007", .point, nil, "2007-12-31"), Form("By end of 2006", .point, nil, "2006-12-31"),
        Form("Autumn 2006", .period, "2006-09-01", "2006-12-22"),
        Form("End of 2006", .period, "2006-09-01", "2006-12-31"),
        Form("End 2006", .period, "2006-09-01", "2006-12-31"),
        Form("Mid 2006", .period, "2006-05-01", "2006-08-31"),
        Form("As soon as possible.", .asSoonAsPossible, nil, nil), Form("By June 2006", .point, nil, "2006-06-30"),
        Form("First Report by December 2006", .firstThen, nil, "2006-12-31"),
        Form("Mid 2006 or earlier if possible", .conditional, nil, "2006-08-31"),
        Form("End of 2006 (for proposals to be sent)", .conditional, "2006-09-01", "2006-12-31"),
    ])
    func readsTheFormsOfTheCouncil(form: Form) { check(form) }

    @Test(arguments: [
        Form("31 December 2006", .point, "2006-12-31", "2006-12-31"),
        Form("by 14.11.06", .point, nil, "2006-11-14"), Form("2018-12-31", .point, "2018-12-31", "2018-12-31"),
        Form("28/29 June 2006", .period, "2006-06-28", "2006-06-29"),
        Form("17/1/2007", .point, "2007-01-17", "2007-01-17"),
        // The fourth of December or the twelfth of April: both readings count.
        Form("4/12/2006", .period, "2006-04-12", "2006-12-04"),
        Form("June 30, 2006", .point, "2006-06-30", "2006-06-30"),
        Form("Feb/Mar 2007", .period, "2007-02-01", "2007-03-31"),
        Form("Q3 2018", .period, "2018-07-01", "2018-09-30"),
        Form("second half of 2007", .period, "2007-07-01", "2007-12-31"),
        Form("2018-2020", .period, "2018-01-01", "2020-12-31"), Form("2018", .period, "2018-01-01", "2018-12-31"),
        Form("from June 2018 to March 2019", .period, "2018-06-01", "2019-03-31"),
        Form("From 2018", .ongoing, "2018-01-01", nil), Form("2018 onwards", .ongoing, "2018-01-01", nil),
        Form("before the end of 2018", .point, nil, "2018-12-31"),
        Form("before 31 December 2018", .point, nil, "2018-12-30"),
        Form("before summer 2018", .point, nil, "2018-06-20"),
        Form("early March 2006", .period, "2006-03-01", "2006-03-10"),
        Form("end of February 2008", .period, "2008-02-21", "2008-02-29"),
        Form("winter 2006/2007", .period, "2006-12-01", "2007-03-21"),
        Form("Winter 2006", .period, "2005-12-01", "2007-03-21"),
        Form("turn of the year 2007/2008", .period, "2007-12-01", "2008-01-31"),
        Form("every two years from 2018", .recurring, "2018-01-01", nil),
        Form("annually until 2020", .recurring, nil, "2020-12-31"),
        Form("By June 2007, then annually", .firstThen, nil, "2007-06-30"),
        Form("within 6 months of adoption", .conditional, nil, nil),
        // As orders of the President of the United States say it.
        Form("Within 180 days of the date of this order", .conditional, nil, nil),
        Form("When resources allow", .conditional, nil, nil),
    ])
    func readsOtherEnglishForms(form: Form) { check(form) }

    @Test(arguments: [
        Form("mars 2006", .period, "2006-03-01", "2006-03-31"), Form("En cours", .ongoing, nil, nil),
        Form("En permanence", .ongoing, nil, nil), Form("Une fois par an", .recurring, nil, nil),
        Form("Tous les deux ans", .recurring, nil, nil), Form("Chaque année", .recurring, nil, nil),
        Form("D’ici à la fin de 2006", .point, nil, "2006-12-31"), Form("d'ici fin 2006", .point, nil, "2006-12-31"),
        Form("Avant fin 2006", .point, nil, "2006-12-31"), Form("Automne 2006", .period, "2006-09-01", "2006-12-22"),
        Form("mi-2006", .period, "2006-05-01", "2006-08-31"), Form("Début 2006", .period, "2006-01-01", "2006-04-30"),
        Form("au plus tard en juin 2006", .point, nil, "2006-06-30"),
        Form("juin 2006 au plus tard", .point, nil, "2006-06-30"),
        Form("Dès que possible", .asSoonAsPossible, nil, nil),
        Form("dans les plus brefs délais", .asSoonAsPossible, nil, nil),
        Form("1er juin 2006", .point, "2006-06-01", "2006-06-01"),
        Form("1er semestre 2007", .period, "2007-01-01", "2007-06-30"),
        Form("T3 2018", .period, "2018-07-01", "2018-09-30"),
        Form("À partir de 2018", .ongoing, "2018-01-01", nil),
        Form("Premier rapport d’ici décembre 2006", .firstThen, nil, "2006-12-31"),
        Form("Mi-2006 ou plus tôt si possible", .conditional, nil, "2006-08-31"),
        Form("dans les six mois suivant l’adoption", .conditional, nil, nil),
        Form("dans les 90 jours suivant l’adoption", .conditional, nil, nil),
        Form("Courant 2018", .period, "2018-01-01", "2018-12-31"),
    ])
    func readsFrenchForms(form: Form) { check(form) }

    @Test(
        arguments: [
            ("Completed", ["Completed"]), ("Mid 2006 hopefully", ["hopefully"]), ("TBD", ["TBD"]), ("End of June", []),
            ("Biannually", ["Biannually"]), ("End of 2006 if adopted by 2005", []), ("2007-08", []), ("", []),
            ("31 February 2006", []), ("End of 2006 (revised: 2008)", ["revised"]), ("13/13/2006", []),
            ("Mid 2006)", []), ("Within 180 days", []), ("Every ten days", ["ten"]),
            ("Within 30 days of 1 May 2006", []),
        ] as [(String, [String])])
    func saysWhatItDidNotUnderstandAndGuessesNothing(words: String, unread: [String]) {
        let deadline = Deadline(words)
        #expect(!deadline.isUnderstood)
        #expect(deadline.earliest == nil && deadline.latest == nil)
        #expect(unread.allSatisfy(deadline.unread.contains))
        #expect(words.isEmpty || !deadline.unread.isEmpty)
    }

    @Test func keepsTheWordsOfTheCondition() {
        #expect(Deadline("Mid 2006 or earlier if possible").condition == "or earlier if possible")
        #expect(Deadline("End of 2006 (for proposals to be sent)").condition == "for proposals to be sent")
    }

    @Test(arguments: [
        ("Ongoing", true), ("As soon as possible", true), ("Regularly", true), ("When resources allow", true),
        ("Mid 2006", false), ("Once per year", false), ("Some day", false),
    ])
    func asksForARegularStateOfPlayWhereNoDayIsLast(words: String, wants: Bool) {
        #expect(Deadline(words).wantsRegularStateOfPlay == wants)
    }

    private func check(_ form: Form) {
        let deadline = Deadline(form.words)
        #expect(deadline.kind == form.kind, "not understood: \(deadline.unread)")
        #expect(deadline.earliest?.description == form.earliest)
        #expect(deadline.latest?.description == form.latest)
        #expect(deadline.words == form.words)
    }
}
