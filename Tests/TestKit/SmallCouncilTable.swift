/// A table of our own words in the layout of the Council's of 2006, with every trap that its real ones have.
package enum SmallCouncilTable {
    package static let text = """

        **HARBOUR OF
        TRIALS**

        Quayside, 14 December 2006

        9001/06

        NOTE

        No prev.doc.: 8001/2/06 REV 2 TRIAL 7
        Subject : Follow-up to the plan for the harbour

        1. On 1-2 December 2005, the harbour adopted its plan.

        TABLE OF ACTIONS

        1. LIGHTHOUSES\t\t\t\t\t
        Objective\tAction\tTimetable\tResponsible Party\tAssessment Tool / Indicator\tState of Play
        1. To be seen by night.\ta) To light all lamps.\tMarch 2006\tKeepers / Harbour Master\tLamps lit.\tAll lamps were lit on 3 March 2006. See doc. 9002/06.

        \tb) To paint the towers.\tOngoing\tPainters\tTowers painted.\tOn 9/2/2007 the painters sit together to choose the paint of 2007/2013
        \tc) To buy new lamps.\tOngoing\tPainters and Keepers\tLamps bought.\tOn 9/2/2006 the painters sit together in order to choose the paint of 2007/2013.
        --\t---\t-----\t-----\t---\t--
        <p>2. To be heard in fog.</p>\t<p>a) A horn (...) should <u>be blown  daily</u>.</p>\t<p>Once per year</p>\t<p>Keepers</p>\t<p>Horn blown.</p>\t<p>Mid 2007</p>

        2. BOATS

        Objective\tAction\tTimescale\tResponsible Party\tAssessment Tool / Indication\t
        1) To know all boats.\ta) To count them.\tEnd of <u>2007</u>\tHarbour Master to count\tList. See doc. 9002/06.\tA form has been sent to all berths. Deadline was 14.11.06. In the period 1.1.-15.11.2006 a total of 56 cases of boats without lamps came up, most from DE, AT and NL.
        \tb) To name them.\tEnd of 2007 if ice allows\tHarbour Master with Keepers\tNames written.\tA form has been sent to all berths. As to the boats held in 2007, three have names. See point 1.2.a above.
        \tc) To teach the crews.\tSometime soon\tSchool\tTaught.\tSchool Board
        \td) To teach the captains how to read the lamps.\tAs soon as possible.\tSchool\tTaught.\tThe school works on a course about lamps and horns, to be ready next summer.
        \te) To teach the cooks how to read the lamps.\tAs soon as possible.\tSchool\tTaught.\tThe school works on a course about lamp and horns, to be ready next summer.

        \tg) To ask the fishes\t\t\t\t
        """

    package static var bytes: [UInt8] { Array(text.utf8) }
}
