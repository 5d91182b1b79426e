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
        <name>seatledger::DepartDialog</name>
        <message numerus="yes">
            <source>%Ln assignments end</source>
            <translation>
                <numerusform>%Ln assignment ends</numerusform>
                <numerusform>%Ln assignments end</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has left; %Ln assignments ended.</source>
            <translation>
                <numerusform>%1 has left; %Ln assignment ended.</numerusform>
                <numerusform>%1 has left; %Ln assignments ended.</numerusform>
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
        <name>seatledger::OperationDialog</name>
        <message numerus="yes">
            <source>%Ln left out:</source>
            <translation>
                <numerusform>%Ln left out:</numerusform>
                <numerusform>%Ln left out:</numerusform>
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
            <source>%Ln stay free.</source>
            <translation>
                <numerusform>%Ln stays free.</numerusform>
                <numerusform>%Ln stay free.</numerusform>
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
    </context>
</TS>
