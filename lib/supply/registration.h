/*
 * registration: the numbers under which drugs and devices may be sold in China, by their forms.
 *
 *     国药准字H20200001, …HJ20200001 (made abroad), …HC… (港澳台)     
 *     药品注册管理办法 (2020) 123 ○
 *     H20160001, HC20160001 进口药品注册证, 医药产品注册证            
 *     药品管理法实施条例 35, 41 ●
 *     国械注准20203130001: year, class 1-3, two digits of the catalogue, number; 国械注进,
 *     国械注许,
 *     沪械注准 …; 国械备20150001, 浙杭械备20150001 (class 1)          
 *     医疗器械注册与备案管理办法 (2021) 114 ○
 *     国妆特字20200001, 沪G妆网备字2020000001; 卫消证字(2020)第0001号   cosmetics
 *     and disinfectants ○
 *
 * Only the form is judged: whether a number was given to this product is what the receiver reads on
 * the label.
 */
#ifndef MEDI_SUPPLY_REGISTRATION_H
#define MEDI_SUPPLY_REGISTRATION_H

#include <stdbool.h>

#include "base/err.h"

enum registration_kind {
    REGISTRATION_NONE, /* of no form that is known */
    REGISTRATION_DRUG,
    REGISTRATION_DEVICE,
    REGISTRATION_COSMETIC,
    REGISTRATION_DISINFECTANT,
};

struct registration {
    enum registration_kind kind;
    bool imported;    /* made abroad, or in 港澳台 */
    int device_class; /* 1 … 3; 0: no device */
};

/* A number as it stands on the label; "号" at its end does not count. */
void registration_read(const char *number, struct registration *registration);

/* ERR_DATA unless an item of that kind may have that number: a drug a drug's, an implant or a device a
 * device's; a consumable any. */
int registration_check(const char *number, const char *kind, struct err *err);

#endif
