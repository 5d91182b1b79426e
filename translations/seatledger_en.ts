<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AssignmentEntries</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangePlan</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is not possible for %Ln; nothing is changed as it is.</source>
            <translation>
                <numerusform>It is not possible for %Ln; nothing is changed as it is.</numerusform>
                <numerusform>It is not possible for %Ln; nothing is changed as it is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is possible for all %Ln.</source>
            <translation>
                <numerusform>It is possible for it.</numerusform>
                <numerusform>It is possible for all %Ln.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LicenseContents</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are lacking today.</source>
            <translation>
                <numerusform>%Ln seat is lacking today.</numerusform>
                <numerusform>%Ln seats are lacking today.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats will be lacking from %1.</source>
            <translation>
                <numerusform>%Ln seat will be lacking from %1.</numerusform>
                <numerusform>%Ln seats will be lacking from %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SupplyPlan</name>
        <message numerus="yes">
            <source>%Ln seats will be lacking from %1.</source>
            <translation>
                <numerusform>%Ln seat will be lacking from %1.</numerusform>
                <numerusform>%Ln seats will be lacking from %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>domain</name>
        <message numerus="yes">
            <source>On %1 there would be %2 seats, but %3 are promised: %n too few.</source>
            <translation>
                <numerusform>On %1 there would be %2 seats, but %3 are promised: %n too few.</numerusform>
                <numerusform>On %1 there would be %2 seats, but %3 are promised: %n too few.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A password has at least %n characters.</source>
            <translation>
                <numerusform>A password has at least %n character.</numerusform>
                <numerusform>A password has at least %n characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>import</name>
        <message numerus="yes">
            <source>%Ln values are no days, first “%1”.</source>
            <translation>
                <numerusform>%Ln value is no day: “%1”.</numerusform>
                <numerusform>%Ln values are no days, first “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln values are no numbers, first “%1”.</source>
            <translation>
                <numerusform>%Ln value is no number: “%1”.</numerusform>
                <numerusform>%Ln values are no numbers, first “%1”.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>notices</name>
        <message numerus="yes">
            <source>%1: only %n seat(s) free</source>
            <translation>
                <numerusform>%1: only %n seat free</numerusform>
                <numerusform>%1: only %n seats free</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n seat(s) short from %2</source>
            <translation>
                <numerusform>%1: %n seat short from %2</numerusform>
                <numerusform>%1: %n seats short from %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seat(s), not renewed</source>
            <translation>
                <numerusform>%n seat, not renewed</numerusform>
                <numerusform>%n seats, not renewed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There should be at least %n</source>
            <translation>
                <numerusform>There should be at least %n</numerusform>
                <numerusform>There should be at least %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Few seats left (%n)</source>
            <translation>
                <numerusform>Few seats left (%n)</numerusform>
                <numerusform>Few seats left (%n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Expiry on %1, %n day(s) ahead</source>
            <translation>
                <numerusform>Expiry on %1, %n day ahead</numerusform>
                <numerusform>Expiry on %1, %n days ahead</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Few seats left: %n seat(s) are free, the threshold is %1.</source>
            <translation>
                <numerusform>Few seats left: %n seat is free, the threshold is %1.</numerusform>
                <numerusform>Few seats left: %n seats are free, the threshold is %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Shortage: none is to be seen in the next %n day(s).</source>
            <translation>
                <numerusform>Shortage: none is to be seen in the next day.</numerusform>
                <numerusform>Shortage: none is to be seen in the next %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n licence notice(s)</source>
            <translation>
                <numerusform>%n licence notice</numerusform>
                <numerusform>%n licence notices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more, which Seatledger&apos;s window lists.</source>
            <translation>
                <numerusform>And %n more, which Seatledger&apos;s window lists.</numerusform>
                <numerusform>And %n more, which Seatledger&apos;s window lists.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignDialog</name>
        <message numerus="yes">
            <source>Assign %Ln seats</source>
            <translation>
                <numerusform>Assign %Ln seat</numerusform>
                <numerusform>Assign %Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln people get a seat.</source>
            <translation>
                <numerusform>This person gets a seat.</numerusform>
                <numerusform>All %Ln people get a seat.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln cannot have a seat; nothing is assigned as it is.</source>
            <translation>
                <numerusform>%Ln cannot have a seat; nothing is assigned as it is.</numerusform>
                <numerusform>%Ln cannot have a seat; nothing is assigned as it is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assigning %Ln seats …</source>
            <translation>
                <numerusform>Assigning %Ln seat …</numerusform>
                <numerusform>Assigning %Ln seats …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people got a seat of %1.</source>
            <translation>
                <numerusform>%Ln person got a seat of %1.</numerusform>
                <numerusform>%Ln people got a seat of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put the %Ln people who get no seat on the waiting list</source>
            <translation>
                <numerusform>Put the %Ln person who gets no seat on the waiting list</numerusform>
                <numerusform>Put the %Ln people who get no seat on the waiting list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reserve %Ln seats</source>
            <translation>
                <numerusform>Reserve %Ln seat</numerusform>
                <numerusform>Reserve %Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A seat is reserved for each of %Ln people from %1 on.</source>
            <translation>
                <numerusform>A seat is reserved for %Ln person from %1 on.</numerusform>
                <numerusform>A seat is reserved for each of %Ln people from %1 on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln go on the waiting list and get theirs as soon as it is free.</source>
            <translation>
                <numerusform>%Ln goes on the waiting list and gets a seat as soon as it is free.</numerusform>
                <numerusform>%Ln go on the waiting list and get theirs as soon as it is free.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people have a seat of %1 reserved.</source>
            <translation>
                <numerusform>%Ln person has a seat of %1 reserved.</numerusform>
                <numerusform>%Ln people have a seat of %1 reserved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentActionDialog</name>
        <message numerus="yes">
            <source>Working on %Ln assignments …</source>
            <translation>
                <numerusform>Working on %Ln assignment …</numerusform>
                <numerusform>Working on %Ln assignments …</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentPanel</name>
        <message numerus="yes">
            <source>%Ln assignments</source>
            <translation>
                <numerusform>%Ln assignment</numerusform>
                <numerusform>%Ln assignments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentsEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln assignments</source>
            <translation>
                <numerusform>Edit %Ln assignment</numerusform>
                <numerusform>Edit %Ln assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were changed.</source>
            <translation>
                <numerusform>%Ln assignment was changed.</numerusform>
                <numerusform>%Ln assignments were changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentsPage</name>
        <message numerus="yes">
            <source>%Ln assignments</source>
            <translation>
                <numerusform>%Ln assignment</numerusform>
                <numerusform>%Ln assignments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AuditPage</name>
        <message numerus="yes">
            <source>%Ln operations</source>
            <translation>
                <numerusform>%Ln operation</numerusform>
                <numerusform>%Ln operations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AuditPanel</name>
        <message numerus="yes">
            <source>%Ln operations</source>
            <translation>
                <numerusform>%Ln operation</numerusform>
                <numerusform>%Ln operations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::BackupsDialog</name>
        <message numerus="yes">
            <source>The backup is whole: restored, counted and examined, %n check(s), nothing found.</source>
            <translation>
                <numerusform>The backup is whole: restored, counted and examined, %n check, nothing found.</numerusform>
                <numerusform>The backup is whole: restored, counted and examined, %n checks, nothing found.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::BulkEditDialog</name>
        <message numerus="yes">
            <source>Nothing is ticked: %Ln stay as they are.</source>
            <translation>
                <numerusform>Nothing is ticked: %Ln stays as it is.</numerusform>
                <numerusform>Nothing is ticked: %Ln stay as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln are left out.</source>
            <translation>
                <numerusform>%Ln is left out.</numerusform>
                <numerusform>%Ln are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln cannot be changed, so none is.</source>
            <translation>
                <numerusform>%Ln cannot be changed, so none is.</numerusform>
                <numerusform>%Ln cannot be changed, so none is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Changing %Ln rows …</source>
            <translation>
                <numerusform>Changing %Ln row …</numerusform>
                <numerusform>Changing %Ln rows …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln were left out.</source>
            <translation>
                <numerusform>%Ln was left out.</numerusform>
                <numerusform>%Ln were left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln will change.</source>
            <translation>
                <numerusform>%Ln will change.</numerusform>
                <numerusform>%Ln will change.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stay as they are.</source>
            <translation>
                <numerusform>%Ln stays as it is.</numerusform>
                <numerusform>%Ln stay as they are.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ChoiceBox</name>
        <message numerus="yes">
            <source>%Ln chosen</source>
            <translation>
                <numerusform>%Ln chosen</numerusform>
                <numerusform>%Ln chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ColumnsStep</name>
        <message numerus="yes">
            <source>%Ln columns are imported.</source>
            <translation>
                <numerusform>%Ln column is imported.</numerusform>
                <numerusform>%Ln columns are imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm all %Ln</source>
            <translation>
                <numerusform>Confirm %Ln</numerusform>
                <numerusform>Confirm all %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ConflictDialog</name>
        <message numerus="yes">
            <source>You both changed %Ln field(s): choose what is right. Nothing else is lost.</source>
            <translation>
                <numerusform>You both changed %Ln field: choose what is right. Nothing else is lost.</numerusform>
                <numerusform>You both changed %Ln fields: choose what is right. Nothing else is lost.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DecideDialog</name>
        <message numerus="yes">
            <source>%Ln seats: nothing is revoked before the review is carried out.</source>
            <translation>
                <numerusform>%Ln seat: nothing is revoked before the review is carried out.</numerusform>
                <numerusform>%Ln seats: nothing is revoked before the review is carried out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decided about %Ln seats.</source>
            <translation>
                <numerusform>Decided about %Ln seat.</numerusform>
                <numerusform>Decided about %Ln seats.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartDialog</name>
        <message numerus="yes">
            <source>%1 has left; %Ln assignments ended.</source>
            <translation>
                <numerusform>%1 has left; %Ln assignment ended.</numerusform>
                <numerusform>%1 has left; %Ln assignments ended.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 and %Ln more</numerusform>
                <numerusform>%1 and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people leave</source>
            <translation>
                <numerusform>%Ln person leaves</numerusform>
                <numerusform>%Ln people leave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln devices</source>
            <translation>
                <numerusform>%Ln device</numerusform>
                <numerusform>%Ln devices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats cannot go to the successor; nothing is done as it is.</source>
            <translation>
                <numerusform>%Ln seat cannot go to the successor; nothing is done as it is.</numerusform>
                <numerusform>%Ln seats cannot go to the successor; nothing is done as it is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments end.</source>
            <translation>
                <numerusform>%Ln assignment ends.</numerusform>
                <numerusform>%Ln assignments end.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln go to the successor.</source>
            <translation>
                <numerusform>%Ln goes to the successor.</numerusform>
                <numerusform>%Ln go to the successor.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln are kept until the last day.</source>
            <translation>
                <numerusform>%Ln is kept until the last day.</numerusform>
                <numerusform>%Ln are kept until the last day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln devices are nobody&apos;s then.</source>
            <translation>
                <numerusform>%Ln device is nobody&apos;s then.</numerusform>
                <numerusform>%Ln devices are nobody&apos;s then.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people leave on %1.</source>
            <translation>
                <numerusform>%Ln person leaves on %1.</numerusform>
                <numerusform>%Ln people leave on %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 people have left; %Ln assignments ended.</source>
            <translation>
                <numerusform>%1 people have left; %Ln assignment ended.</numerusform>
                <numerusform>%1 people have left; %Ln assignments ended.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentsDialog</name>
        <message numerus="yes">
            <source>Add %Ln people</source>
            <translation>
                <numerusform>Add %Ln person</numerusform>
                <numerusform>Add %Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DisableDialog</name>
        <message numerus="yes">
            <source>%n open session(s) end at once, and what is not saved there is lost.</source>
            <translation>
                <numerusform>%n open session ends at once, and what is not saved there is lost.</numerusform>
                <numerusform>%n open sessions end at once, and what is not saved there is lost.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DoctorDialog</name>
        <message numerus="yes">
            <source>The book adds up: %n check(s) made, no difference found.</source>
            <translation>
                <numerusform>The book adds up: %n check made, no difference found.</numerusform>
                <numerusform>The book adds up: %n checks made, no difference found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The book does not add up: %n difference(s) found.</source>
            <translation>
                <numerusform>The book does not add up: %n difference found.</numerusform>
                <numerusform>The book does not add up: %n differences found.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ExecuteReviewDialog</name>
        <message numerus="yes">
            <source>Revoke %Ln seats</source>
            <translation>
                <numerusform>Revoke %Ln seat</numerusform>
                <numerusform>Revoke %Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The review is carried out; %Ln seats were revoked.</source>
            <translation>
                <numerusform>The review is carried out; %Ln seat was revoked.</numerusform>
                <numerusform>The review is carried out; %Ln seats were revoked.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::Exporter</name>
        <message numerus="yes">
            <source>%Ln rows were written to %1.</source>
            <translation>
                <numerusform>%Ln row was written to %1.</numerusform>
                <numerusform>%Ln rows were written to %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::FeatureDialog</name>
        <message numerus="yes">
            <source>%1 and %n other(s)</source>
            <translation>
                <numerusform>%1 and %n other</numerusform>
                <numerusform>%1 and %n others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::FeaturesPage</name>
        <message numerus="yes">
            <source>%Ln switches</source>
            <translation>
                <numerusform>%Ln switch</numerusform>
                <numerusform>%Ln switches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::FigureStrip</name>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln licence</numerusform>
                <numerusform>%Ln licences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln licences</source>
            <translation>
                <numerusform>in %Ln licence</numerusform>
                <numerusform>in %Ln licences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %Ln currencies</source>
            <translation>
                <numerusform>+ %Ln currency</numerusform>
                <numerusform>+ %Ln currencies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::FileStep</name>
        <message numerus="yes">
            <source>%Ln columns</source>
            <translation>
                <numerusform>%Ln column</numerusform>
                <numerusform>%Ln columns</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ImportDialog</name>
        <message numerus="yes">
            <source>Import %Ln rows</source>
            <translation>
                <numerusform>Import %Ln row</numerusform>
                <numerusform>Import %Ln rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::KeysDialog</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln keys were added to %1.</source>
            <translation>
                <numerusform>%Ln key was added to %1.</numerusform>
                <numerusform>%Ln keys were added to %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicenseDrop</name>
        <message numerus="yes">
            <source>Give %1 to %Ln members</source>
            <translation>
                <numerusform>Give %1 to %Ln member</numerusform>
                <numerusform>Give %1 to %Ln members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are free.</source>
            <translation>
                <numerusform>%Ln seat is free.</numerusform>
                <numerusform>%Ln seats are free.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensePanel</name>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln for each seat</source>
            <translation>
                <numerusform>%Ln for each seat</numerusform>
                <numerusform>%Ln for each seat</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minutes</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln free seats</source>
            <translation>
                <numerusform>%Ln free seat</numerusform>
                <numerusform>%Ln free seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln licence</numerusform>
                <numerusform>%Ln licences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensesEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln licences</source>
            <translation>
                <numerusform>Edit %Ln licence</numerusform>
                <numerusform>Edit %Ln licences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences were changed.</source>
            <translation>
                <numerusform>%Ln licence was changed.</numerusform>
                <numerusform>%Ln licences were changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensesPage</name>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln licence</numerusform>
                <numerusform>%Ln licences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::MainWindow</name>
        <message numerus="yes">
            <source>%Ln not read</source>
            <translation>
                <numerusform>%Ln not read</numerusform>
                <numerusform>%Ln not read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::MemberPanel</name>
        <message numerus="yes">
            <source>%Ln members</source>
            <translation>
                <numerusform>%Ln member</numerusform>
                <numerusform>%Ln members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::MembersEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln members</source>
            <translation>
                <numerusform>Edit %Ln member</numerusform>
                <numerusform>Edit %Ln members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln members were changed.</source>
            <translation>
                <numerusform>%Ln member was changed.</numerusform>
                <numerusform>%Ln members were changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::MembersPage</name>
        <message numerus="yes">
            <source>%Ln members</source>
            <translation>
                <numerusform>%Ln member</numerusform>
                <numerusform>%Ln members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::NewReviewDialog</name>
        <message numerus="yes">
            <source>%Ln seats are to be reviewed.</source>
            <translation>
                <numerusform>%Ln seat is to be reviewed.</numerusform>
                <numerusform>%Ln seats are to be reviewed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperationDialog</name>
        <message numerus="yes">
            <source>%Ln left out:</source>
            <translation>
                <numerusform>%Ln left out:</numerusform>
                <numerusform>%Ln left out:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people are on the waiting list.</source>
            <translation>
                <numerusform>%Ln person is on the waiting list.</numerusform>
                <numerusform>%Ln people are on the waiting list.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people who waited got a seat.</source>
            <translation>
                <numerusform>%Ln person who waited got a seat.</numerusform>
                <numerusform>%Ln people who waited got a seat.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperatorPanel</name>
        <message numerus="yes">
            <source>%Ln operators</source>
            <translation>
                <numerusform>%Ln operator</numerusform>
                <numerusform>%Ln operators</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperatorsPage</name>
        <message numerus="yes">
            <source>%Ln operators</source>
            <translation>
                <numerusform>%Ln operator</numerusform>
                <numerusform>%Ln operators</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PasswordField</name>
        <message numerus="yes">
            <source>At least %n characters; longer is better.</source>
            <translation>
                <numerusform>At least %n character; longer is better.</numerusform>
                <numerusform>At least %n characters; longer is better.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PasteMembersDialog</name>
        <message numerus="yes">
            <source>%Ln people found.</source>
            <translation>
                <numerusform>%Ln person found.</numerusform>
                <numerusform>%Ln people found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln unknown; they are left out:</source>
            <translation>
                <numerusform>%Ln unknown; it is left out:</numerusform>
                <numerusform>%Ln unknown; they are left out:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %Ln people</source>
            <translation>
                <numerusform>Add %Ln person</numerusform>
                <numerusform>Add %Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PeriodDialog</name>
        <message numerus="yes">
            <source>%Ln assignments have other days now.</source>
            <translation>
                <numerusform>%Ln assignment has other days now.</numerusform>
                <numerusform>%Ln assignments have other days now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PlanView</name>
        <message numerus="yes">
            <source>%Ln seats stay free.</source>
            <translation>
                <numerusform>%Ln seat stays free.</numerusform>
                <numerusform>%Ln seats stay free.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::QuantityDialog</name>
        <message numerus="yes">
            <source>%Ln assignments have another number of seats now.</source>
            <translation>
                <numerusform>%Ln assignment has another number of seats now.</numerusform>
                <numerusform>%Ln assignments have another number of seats now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::RenewalsDialog</name>
        <message numerus="yes">
            <source>Renew %Ln entitlements</source>
            <translation>
                <numerusform>Renew %Ln entitlement</numerusform>
                <numerusform>Renew %Ln entitlements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln entitlements were renewed.</source>
            <translation>
                <numerusform>%Ln entitlement was renewed.</numerusform>
                <numerusform>%Ln entitlements were renewed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportPane</name>
        <message numerus="yes">
            <source>%Ln rows</source>
            <translation>
                <numerusform>%Ln row</numerusform>
                <numerusform>%Ln rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportTile</name>
        <message numerus="yes">
            <source>%Ln changed licences are still being counted</source>
            <translation>
                <numerusform>%Ln changed licence is still being counted</numerusform>
                <numerusform>%Ln changed licences are still being counted</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ResultStep</name>
        <message numerus="yes">
            <source>%Ln rows were imported.</source>
            <translation>
                <numerusform>%Ln row was imported.</numerusform>
                <numerusform>%Ln rows were imported.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ResumeDialog</name>
        <message numerus="yes">
            <source>%Ln assignments were resumed.</source>
            <translation>
                <numerusform>%Ln assignment was resumed.</numerusform>
                <numerusform>%Ln assignments were resumed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReviewPanel</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReviewsPage</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln seat</numerusform>
                <numerusform>%Ln seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are kept.</source>
            <translation>
                <numerusform>%Ln seat is kept.</numerusform>
                <numerusform>%Ln seats are kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::RevokeDialog</name>
        <message numerus="yes">
            <source>Revoke %Ln assignments</source>
            <translation>
                <numerusform>Revoke %Ln assignment</numerusform>
                <numerusform>Revoke %Ln assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were revoked.</source>
            <translation>
                <numerusform>%Ln assignment was revoked.</numerusform>
                <numerusform>%Ln assignments were revoked.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::SeatBar</name>
        <message numerus="yes">
            <source>%Ln over</source>
            <translation>
                <numerusform>%Ln over</numerusform>
                <numerusform>%Ln over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln left</source>
            <translation>
                <numerusform>%Ln left</numerusform>
                <numerusform>%Ln left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln reserved</source>
            <translation>
                <numerusform>%Ln reserved</numerusform>
                <numerusform>%Ln reserved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln by overage</source>
            <translation>
                <numerusform>%1, %Ln by overage</numerusform>
                <numerusform>%1, %Ln by overage</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::SuspendDialog</name>
        <message numerus="yes">
            <source>%Ln assignments were suspended.</source>
            <translation>
                <numerusform>%Ln assignment was suspended.</numerusform>
                <numerusform>%Ln assignments were suspended.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::TestStep</name>
        <message numerus="yes">
            <source>%Ln problems. Save the rows, correct them and import them again.</source>
            <translation>
                <numerusform>%Ln problem. Save the row, correct it and import it again.</numerusform>
                <numerusform>%Ln problems. Save the rows, correct them and import them again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln rows were written to %1.</source>
            <translation>
                <numerusform>%Ln row was written to %1.</numerusform>
                <numerusform>%Ln rows were written to %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::TokenPanel</name>
        <message numerus="yes">
            <source>%Ln tokens</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::TokensPage</name>
        <message numerus="yes">
            <source>%Ln tokens</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::TransferDialog</name>
        <message numerus="yes">
            <source>%Ln assignments went to %1.</source>
            <translation>
                <numerusform>%Ln assignment went to %1.</numerusform>
                <numerusform>%Ln assignments went to %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::WaitingPage</name>
        <message numerus="yes">
            <source>%Ln entries</source>
            <translation>
                <numerusform>%Ln entry</numerusform>
                <numerusform>%Ln entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::WaitingPanel</name>
        <message numerus="yes">
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::WithdrawDialog</name>
        <message numerus="yes">
            <source>%Ln people wait no longer. One undo puts them back in their places.</source>
            <translation>
                <numerusform>%Ln person waits no longer. One undo puts them back in their place.</numerusform>
                <numerusform>%Ln people wait no longer. One undo puts them back in their places.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people were taken off the waiting list.</source>
            <translation>
                <numerusform>%Ln person was taken off the waiting list.</numerusform>
                <numerusform>%Ln people were taken off the waiting list.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::desktop::Desktop</name>
        <message numerus="yes">
            <source>%Ln picture(s) in %1</source>
            <translation>
                <numerusform>%Ln picture in %1</numerusform>
                <numerusform>%Ln pictures in %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>services</name>
        <message numerus="yes">
            <source>Revoke %n assignment(s)</source>
            <translation>
                <numerusform>Revoke %n assignment</numerusform>
                <numerusform>Revoke %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Suspend %n assignment(s)</source>
            <translation>
                <numerusform>Suspend %n assignment</numerusform>
                <numerusform>Suspend %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resume %n assignment(s)</source>
            <translation>
                <numerusform>Resume %n assignment</numerusform>
                <numerusform>Resume %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Transfer %n assignment(s)</source>
            <translation>
                <numerusform>Transfer %n assignment</numerusform>
                <numerusform>Transfer %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change the days of %n assignment(s)</source>
            <translation>
                <numerusform>Change the days of %n assignment</numerusform>
                <numerusform>Change the days of %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change the seats of %n assignment(s)</source>
            <translation>
                <numerusform>Change the seats of %n assignment</numerusform>
                <numerusform>Change the seats of %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) leave(s) on %1</source>
            <translation>
                <numerusform>%n member leaves on %1</numerusform>
                <numerusform>%n members leave on %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) depart(s)</source>
            <translation>
                <numerusform>%n member departs</numerusform>
                <numerusform>%n members depart</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) wait(s) for %1</source>
            <translation>
                <numerusform>%n member waits for %1</numerusform>
                <numerusform>%n members wait for %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assign %1 to %n member(s)</source>
            <translation>
                <numerusform>Assign %1 to %n member</numerusform>
                <numerusform>Assign %1 to %n members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decide to revoke %n seat(s)</source>
            <translation>
                <numerusform>Decide to revoke %n seat</numerusform>
                <numerusform>Decide to revoke %n seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decide to keep %n seat(s)</source>
            <translation>
                <numerusform>Decide to keep %n seat</numerusform>
                <numerusform>Decide to keep %n seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decide anew about %n seat(s)</source>
            <translation>
                <numerusform>Decide anew about %n seat</numerusform>
                <numerusform>Decide anew about %n seats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Edit %n member(s)</source>
            <translation>
                <numerusform>Edit %n member</numerusform>
                <numerusform>Edit %n members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Edit %n licence(s)</source>
            <translation>
                <numerusform>Edit %n licence</numerusform>
                <numerusform>Edit %n licences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Edit %n assignment(s)</source>
            <translation>
                <numerusform>Edit %n assignment</numerusform>
                <numerusform>Edit %n assignments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were changed by somebody else meanwhile. Nothing was changed; look at the preview again.</source>
            <translation>
                <numerusform>%n row was changed by somebody else meanwhile. Nothing was changed; look at the preview again.</numerusform>
                <numerusform>%n rows were changed by somebody else meanwhile. Nothing was changed; look at the preview again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the assignments do(es) not exist.</source>
            <translation>
                <numerusform>%n of the assignments does not exist.</numerusform>
                <numerusform>%n of the assignments do not exist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %n key(s) to %1</source>
            <translation>
                <numerusform>Add %n key to %1</numerusform>
                <numerusform>Add %n keys to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Renew %n entitlement(s)</source>
            <translation>
                <numerusform>Renew %n entitlement</numerusform>
                <numerusform>Renew %n entitlements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n off the waiting list</source>
            <translation>
                <numerusform>Take %n off the waiting list</numerusform>
                <numerusform>Take %n off the waiting list</numerusform>
            </translation>
        </message>
    </context>
</TS>
