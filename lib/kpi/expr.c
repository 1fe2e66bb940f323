#include "kpi/expr.h"

#include <string.h>

/* ---- over rows ------------------------------------------------------------------------------------ */

static void
fill(int64_t *out, int64_t value, int rows)
{
    for (int i = 0; i < rows; i++)
        out[i] = value;
}

static void
run_in(const struct expr *expr, int64_t *out, int rows)
{
    for (int i = 0; i < rows; i++) {
        int64_t found = 0;
        for (int k = 0; k < expr->list_count; k++)
            found |= out[i] == expr->list[k];
        out[i] = found;
    }
}

#define EACH(operation)                                                                            \
    for (int i = 0; i < over->rows; i++)                                                           \
    out[i] = (operation)

/* out holds the left side, b the right one. */
static void
run_pair(enum expr_op op, const struct expr_rows *over, int64_t *out, const int64_t *b)
{
    switch (op) {
    case EXPR_ADD:
        EACH((int64_t)((uint64_t)out[i] + (uint64_t)b[i]));
        break;
    case EXPR_SUBTRACT:
        EACH((int64_t)((uint64_t)out[i] - (uint64_t)b[i]));
        break;
    case EXPR_MULTIPLY:
        EACH((int64_t)((uint64_t)out[i] * (uint64_t)b[i]));
        break;
    case EXPR_EQUAL:
        EACH(out[i] == b[i]);
        break;
    case EXPR_UNEQUAL:
        EACH(out[i] != b[i]);
        break;
    case EXPR_LESS:
        EACH(out[i] < b[i]);
        break;
    case EXPR_AT_MOST:
        EACH(out[i] <= b[i]);
        break;
    case EXPR_MORE:
        EACH(out[i] > b[i]);
        break;
    case EXPR_AT_LEAST:
        EACH(out[i] >= b[i]);
        break;
    case EXPR_AND:
        EACH((out[i] != 0) & (b[i] != 0));
        break;
    case EXPR_OR:
        EACH((out[i] != 0) | (b[i] != 0));
        break;
    default:
        break;
    }
}

void
expr_run(const struct expr *expr, const struct expr_rows *over, int64_t *out)
{
    if (expr->op == EXPR_NUMBER) {
        fill(out, expr->number, over->rows);
        return;
    }
    if (expr->op == EXPR_SLOT) {
        if (over->slots[expr->number])
            memcpy(out, over->slots[expr->number], (size_t)over->rows * sizeof *out);
        else
            fill(out, over->fixed[expr->number], over->rows);
        return;
    }
    expr_run(expr->left, over, out);
    if (expr->op == EXPR_IN)
        run_in(expr, out, over->rows);
    else if (expr->op == EXPR_NOT)
        EACH(out[i] == 0);
    if (!expr->right)
        return;
    struct expr_rows rest = *over;
    rest.buffers += over->rows;
    expr_run(expr->right, &rest, over->buffers);
    run_pair(expr->op, over, out, over->buffers);
}

/* ---- looked at ------------------------------------------------------------------------------------- */

const struct expr *
expr_and(struct arena *arena, const struct expr *one, const struct expr *other)
{
    if (!one || !other)
        return one ? one : other;
    struct expr *both = arena_alloc(arena, sizeof *both);
    *both = (struct expr){.op = EXPR_AND, .left = one, .right = other};
    both->depth = one->depth > other->depth ? one->depth : 1 + other->depth;
    return both;
}

bool
expr_all(const struct expr *expr, bool (*fits)(void *context, int slot), void *context)
{
    if (!expr)
        return true;
    if (expr->op == EXPR_SLOT)
        return fits(context, (int)expr->number);
    return expr_all(expr->left, fits, context) && expr_all(expr->right, fits, context);
}

bool
expr_linear(const struct expr *expr, int64_t *constant, int64_t *factors)
{
    if (expr->op == EXPR_NUMBER) {
        *constant += expr->number;
        return true;
    }
    if (expr->op == EXPR_SLOT) {
        factors[expr->number]++;
        return true;
    }
    if (expr->op != EXPR_ADD && expr->op != EXPR_SUBTRACT)
        return false;
    if (!expr_linear(expr->left, constant, factors))
        return false;
    int64_t less = 0, taken[EXPR_SLOTS] = {0}, sign = expr->op == EXPR_ADD ? 1 : -1;
    if (!expr_linear(expr->right, &less, taken))
        return false;
    *constant += sign * less;
    for (int i = 0; i < EXPR_SLOTS; i++)
        factors[i] += sign * taken[i];
    return true;
}
