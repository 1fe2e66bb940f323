/* The gates with what each asks, who brings it, what it stands on, and which none may pass over. */
#include <string.h>

#include "visit/gate.h"

#define DOCTOR "doctor"
#define FRONT "front-desk"
#define CONSULTANT "consultant"
#define MANAGER "manager"
#define NURSE "nurse"
#define BUYER "buyer"

static const struct gate_info gates[GATES] = {
    [GATE_STORE_LICENCE] = {"store-licence", N_("the store's licence is valid on that day"),
                            MANAGER, "医疗机构管理条例 15, 24", true},
    [GATE_STORE_DEPARTMENT] = {"store-department",
                               N_("the store's licence covers the project's department"), MANAGER,
                               "医疗机构管理条例 27", false},
    [GATE_STORE_LEVEL] = {"store-level", N_("the store's level allows the project's grade"),
                          MANAGER, "○ 医疗美容项目分级管理目录", false},
    [GATE_BIRTHDAY] = {"birthday", N_("the client's birthday is known"), FRONT,
                       "○ 医疗美容服务管理办法 20", false},
    [GATE_ASSESSMENT] = {"assessment", N_("the client was assessed for the project"), DOCTOR,
                         "医师法 24", false},
    [GATE_ASSESSMENT_DOCTOR] = {"assessment-doctor",
                                N_("by a doctor with a licence for it on that day, in this store"),
                                DOCTOR, "医师法 14, 24", false},
    [GATE_ASSESSMENT_PERSON] = {"assessment-person", N_("who saw the client in person"), DOCTOR,
                                "医师法 24", false},
    [GATE_ASSESSMENT_EXPIRED] = {"assessment-expired", N_("the assessment still holds"), DOCTOR,
                                 "医师法 24", false},
    [GATE_ASSESSMENT_POSTPONED] = {"assessment-postponed", N_("the doctor has not put it off"),
                                   DOCTOR, "医师法 24", false},
    [GATE_UNFIT] = {"unfit", N_("the doctor has not found the client unfit"), DOCTOR, "医师法 24",
                    true},
    [GATE_EXAM] = {"exam", N_("each examination that the project needs was done"), NURSE,
                   "医疗机构管理条例 25", false},
    [GATE_EXAM_EXPIRED] = {"exam-expired", N_("the examination still holds"), NURSE,
                           "医疗机构管理条例 25", false},
    [GATE_EXAM_PENDING] = {"exam-pending", N_("its result is there"), NURSE, "医疗机构管理条例 25",
                           false},
    [GATE_EXAM_ABNORMAL] = {"exam-abnormal", N_("its result is normal or acceptable"), DOCTOR,
                            "医疗机构管理条例 25", false},
    [GATE_CONTRACT] = {"contract", N_("a contract for the project is signed, where one is due"),
                       CONSULTANT, "—", false},
    [GATE_FORM] = {"form", N_("a version of the consent form is in force on that day"), MANAGER,
                   "医疗纠纷预防和处理条例 13", false},
    [GATE_CONSENT] = {"consent", N_("the client signed the consent form"), DOCTOR,
                      "医师法 25; 医疗纠纷预防和处理条例 13", false},
    [GATE_CONSENT_VERSION] = {"consent-version", N_("in the version that is in force"), DOCTOR,
                              "医疗纠纷预防和处理条例 13", false},
    [GATE_CONSENT_LATE] = {"consent-late", N_("before the start"), DOCTOR,
                           "医师法 25; 医疗纠纷预防和处理条例 13", false},
    [GATE_CONSENT_WITHDRAWN] = {"consent-withdrawn", N_("and has not withdrawn it"), DOCTOR,
                                "医师法 25; 基本医疗卫生与健康促进法 32", true},
    [GATE_GUARDIAN] = {"guardian", N_("for a minor the guardian signed it as well"), DOCTOR,
                       "○ 医疗美容服务管理办法 20", false},
    [GATE_OPERATOR] = {"operator", N_("it is said who does it, and they work here"), DOCTOR,
                       "医疗机构管理条例 28", true},
    [GATE_OPERATOR_LICENCE] = {"operator-licence",
                               N_("who holds the licence for it, valid on that day"), MANAGER,
                               "医师法 14; 医疗机构管理条例 28", true},
    [GATE_OPERATOR_PLACE] = {"operator-place", N_("registered at this store"), MANAGER, "医师法 14",
                             false},
    [GATE_OPERATOR_SCOPE] = {"operator-scope", N_("in a scope that covers the department"), MANAGER,
                             "医师法 14", false},
    [GATE_NURSE_LICENCE] = {"nurse-licence", N_("the nurse's licence is valid on that day here"),
                            MANAGER, "护士条例 21", false},
    [GATE_DEVICE] = {"device", N_("it is said which device is used, where the project needs one"),
                     DOCTOR, "医疗器械监督管理条例 50", false},
    [GATE_DEVICE_KIND] = {"device-kind", N_("the device is of the kind that it needs"), DOCTOR,
                          "医疗器械监督管理条例 48", false},
    [GATE_DEVICE_CALIBRATION] = {"device-calibration", N_("the device is in calibration"), MANAGER,
                                 "医疗器械监督管理条例 50", false},
    [GATE_DEVICE_MAINTENANCE] = {"device-maintenance",
                                 N_("what must be maintained before it is used was, in time"),
                                 MANAGER, "医疗器械监督管理条例 50", false},
    [GATE_DEVICE_LIFE] = {"device-life", N_("its life by its maker is not over"), MANAGER,
                          "医疗器械监督管理条例 55", true},
    [GATE_DEVICE_FAULT] = {"device-fault", N_("the device has no fault"), MANAGER,
                           "医疗器械监督管理条例 52", true},
    [GATE_PRODUCT] = {"product", N_("the lot is this store's, and there on that day"), NURSE,
                      "医疗器械监督管理条例 51", true},
    [GATE_PRODUCT_INDICATION] = {"product-indication",
                                 N_("the product's registration covers the project"), BUYER,
                                 "医师法 29; 药品管理法 72; 医疗器械监督管理条例 48", false},
    [GATE_PRODUCT_UNCHECKED] = {"product-unchecked",
                                N_("the product was checked against its lot in this visit"), NURSE,
                                "医疗器械监督管理条例 51", false},
    [GATE_PRODUCT_UNCONFIRMED] = {"product-unconfirmed", N_("and confirmed by the client"), FRONT,
                                  "—", false},
    [GATE_PRODUCT_SECOND] =
        {"product-second", N_("what is controlled was checked by another, from their own account"),
         NURSE, "医疗用毒性药品管理办法 6, 9", false},
    [GATE_PRODUCT_EXPIRED] = {"product-expired", N_("the lot is not expired on that day"), BUYER,
                              "药品管理法 98; 医疗器械监督管理条例 55", true},
    [GATE_PRODUCT_RECALLED] = {"product-recalled", N_("nor recalled"), BUYER,
                               "药品管理法 82; 医疗器械监督管理条例 67", true},
    [GATE_PRODUCT_QUARANTINED] = {"product-quarantined", N_("nor in quarantine"), BUYER,
                                  "医疗器械监督管理条例 52", true},
    [GATE_PRODUCT_OPENED] = {"product-opened", N_("nor opened longer ago than it keeps"), NURSE,
                             "药品管理法 72; 医疗器械监督管理条例 48", true},
    [GATE_PRODUCT_SHORT] = {"product-short", N_("and there is enough of it"), BUYER, "—", true},
    [GATE_PRODUCT_UNIT] = {"product-unit", N_("a unit for one person was not used before"), NURSE,
                           "医疗器械监督管理条例 49", true},
};

const struct gate_info *
gate_info(enum gate gate)
{
    return &gates[gate];
}

enum gate
gate_find(const char *code)
{
    int gate = 0;
    while (gate < GATES && strcmp(gates[gate].code, code) != 0)
        gate++;
    return (enum gate)gate;
}
