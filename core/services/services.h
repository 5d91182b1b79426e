// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"
#include "core/repositories/backuprepository.h"
#include "core/repositories/cataloguerepository.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/departurerepository.h"
#include "core/repositories/devicerepository.h"
#include "core/repositories/exchangeraterepository.h"
#include "core/repositories/featureswitchrepository.h"
#include "core/repositories/idempotencyrepository.h"
#include "core/repositories/importmappingrepository.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licensekeyrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/monitoringrepository.h"
#include "core/repositories/noticerepository.h"
#include "core/repositories/operationlistrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/operatorlist.h"
#include "core/repositories/operatorrepository.h"
#include "core/repositories/outboxrepository.h"
#include "core/repositories/renewalrepository.h"
#include "core/repositories/reportrepository.h"
#include "core/repositories/reviewrepository.h"
#include "core/repositories/tokenlist.h"
#include "core/repositories/tokenrepository.h"
#include "core/repositories/userlicenserepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/auditapplicationservice.h"
#include "core/services/backupapplicationservice.h"
#include "core/services/bulkeditapplicationservice.h"
#include "core/services/catalogueapplicationservice.h"
#include "core/services/departureapplicationservice.h"
#include "core/services/doctorapplicationservice.h"
#include "core/services/exchangerateapplicationservice.h"
#include "core/services/exportapplicationservice.h"
#include "core/services/featureswitchapplicationservice.h"
#include "core/services/finderapplicationservice.h"
#include "core/services/importapplicationservice.h"
#include "core/services/licensefileapplicationservice.h"
#include "core/services/licensekeyapplicationservice.h"
#include "core/services/licensemanagementapplicationservice.h"
#include "core/services/mailapplicationservice.h"
#include "core/services/monitoringapplicationservice.h"
#include "core/services/noticeapplicationservice.h"
#include "core/services/operatorapplicationservice.h"
#include "core/services/renewalapplicationservice.h"
#include "core/services/reportingapplicationservice.h"
#include "core/services/reviewapplicationservice.h"
#include "core/services/sampleapplicationservice.h"
#include "core/services/savedviewapplicationservice.h"
#include "core/services/tokenapplicationservice.h"
#include "core/services/userlicenseapplicationservice.h"
#include "core/services/waitinglistapplicationservice.h"

namespace seatledger {

/// The composition root of the core: every repository and service, each given what it needs. An executable
/// makes one at its start and hands references on; nothing in it changes afterwards, so all threads share it.
struct Services {
    MemberRepository members;
    LicenseRepository licenses;
    CatalogueRepository catalogue;
    LicenseAssignmentRepository assignments;
    OperationRepository operations;
    OperatorRepository operators;
    LicenseKeyRepository keys;
    AuditRepository audit;
    OperationListRepository operationLists;
    OperatorListRepository operatorLists;
    CompositeQueryRepository lists;
    ExchangeRateRepository exchangeRates;
    ImportMappingRepository importMappings;
    ReportRepository reportQueries;
    NoticeRepository notices;
    OutboxRepository outbox;
    SavedViewRepository savedViews;
    WaitingRepository waiting;
    DepartureRepository departureRows;
    ReviewRepository reviews;
    RenewalRepository renewalRows;
    TokenRepository tokenRows;
    TokenListRepository tokenLists;
    IdempotencyRepository idempotency;
    UserLicenseRepository userLicenseRows;
    DeviceRepository devices;
    FeatureSwitchRepository switchRows;
    BackupRepository backupRows;
    MonitoringRepository monitoringRows;

    AccessApplicationService access{operators};
    AuditApplicationService auditService{audit, access};
    OperatorApplicationService operatorService{operators, operations, access};
    TokenApplicationService tokens{tokenRows, operators, operations, access};
    CatalogueApplicationService catalogueService{members, licenses, catalogue, operations, access};
    LicenseManagementApplicationService management{licenses,   members, assignments,
                                                   operations, waiting, access};
    BulkEditApplicationService bulkEdits{members,    licenses, assignments, catalogue,
                                         operations, waiting,  access};
    WaitingListApplicationService waitingList{waiting, licenses, operations, access};
    DepartureApplicationService departures{departureRows, members,    licenses, assignments,
                                           waiting,       operations, access};
    ReviewApplicationService reviewService{reviews, assignments, waiting, operations, access};
    RenewalApplicationService renewals{renewalRows, licenses, operations, access};
    LicenseKeyApplicationService keyService{keys, licenses, operations, access};
    ReportingApplicationService reports{reportQueries, access};
    ExchangeRateApplicationService rates{exchangeRates, operations, access};
    ExportApplicationService exports{access, reports};
    ImportApplicationService imports{importMappings, licenses, assignments, operations, access};
    NoticeApplicationService noticeService{notices, reportQueries, operations, access};
    MailApplicationService mail{notices, outbox, operations, access};
    DoctorApplicationService doctor;
    BackupApplicationService backups{backupRows, operations, doctor, access};
    MonitoringApplicationService monitoring{monitoringRows, doctor, access};
    SampleApplicationService sample;
    SavedViewApplicationService views{savedViews};
    UserLicenseApplicationService userLicenses{userLicenseRows, devices, licenses, operations, access};
    LicenseFileApplicationService licenseFiles{userLicenseRows, licenses, members, operations, access};
    FeatureSwitchApplicationService features{switchRows, operations, access};
    FinderApplicationService finder{{lists, members, licenses, catalogue, reports, access}};

    Services() = default;
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;
};

} // namespace seatledger
