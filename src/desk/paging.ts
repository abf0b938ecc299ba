import * as z from "zod";

/** Values of a page where nothing else is asked: what somebody reads. */
const USUAL = 20;
/** Values of a page at the most: more is paged through. */
const MOST = 200;
/** More values than any archive holds. */
const END = 1e9;

/** Which page of a list is wanted. */
export const pagingShape = {
  limit: z.int().min(1).max(MOST).default(USUAL).describe("How many at the most."),
  offset: z.int().min(0).max(END).default(0).describe("How many are passed over."),
};

/** A count or an offset. */
export const count = z.int().min(0);
