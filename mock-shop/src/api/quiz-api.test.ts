import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownPaper } from '../domain/training/quiz/shown-paper.ts';
import { Asked, type Json } from '../testing/asked.ts';
import { tinyWorld } from '../testing/tiny-world.ts';

let shop: Asked;
beforeEach(() => {
  shop = new Asked(tinyWorld());
});

const signIn = (account: string) => shop.rest('/api/account/sign-in', { account, password: '123456' });
const paper = (body: Json): ShownPaper => body.paper as ShownPaper;

describe('我的账户 over REST', () => {
  it('knows nobody, then a student with tasks, then a teacher with the class', async () => {
    expect(await shop.rest('/api/account')).toMatchObject({ body: { account: null } });
    expect(await shop.rest('/api/account/overview')).toEqual({ status: 200, body: { account: null } });
    await signIn('xs03');
    const { body } = await shop.rest('/api/account/overview');
    expect(body).toMatchObject({
      account: { name: '王浩然' },
      tasks: { service: { rounds: 0 }, quiz: { answered: 0 } },
    });
    expect(body).not.toHaveProperty('roster');
    await signIn('judge');
    expect((await shop.rest('/api/account/overview')).body).toMatchObject({ rounds: [], roster: [] });
    await signIn('teacher');
    expect(((await shop.rest('/api/account/overview')).body.roster as object[]).length).toBe(40);
  });

  it('takes a list of students from the teacher alone', async () => {
    const accounts = [{ account: 'n1', name: '新同学' }];
    expect(await shop.rest('/api/roster', { accounts })).toMatchObject({ status: 400 });
    await signIn('teacher');
    expect((await shop.rest('/api/roster', { accounts })).body).toMatchObject({
      roster: [{ account: 'n1', no: 1, papers: 0 }],
    });
    expect(await shop.rest('/api/roster', {})).toMatchObject({ status: 400 });
    expect(shop.refusals.map(({ method, error }) => [method, error.sub_code])).toEqual([
      ['roster.replace', 'isv.permission-denied'],
      ['roster.replace', 'isv.invalid-parameter:accounts'],
    ]);
  });
});

describe('巩固与提高 over REST', () => {
  it('a paper is taken, answered, handed in, and looked at by the teacher but not by others', async () => {
    expect((await shop.rest('/api/quiz')).body).toMatchObject({
      account: null,
      papers: [],
      banks: [{ bank: 'course' }],
    });
    await signIn('xs01');
    const wish = { mode: 'practice', from: 'course', section: 'closing', count: 3, open: false };
    const home = await shop.rest('/api/quiz/papers', wish);
    expect(home.body).toMatchObject({ papers: [{ quiz_id: 'quiz-1', total: 3, answered: 0 }] });
    const { questions } = paper((await shop.rest('/api/quiz/papers/quiz-1')).body);
    const [first] = questions;
    const choices =
      first?.kind === 'order'
        ? first.choices.map((_, i) => i)
        : first?.kind === 'match'
          ? first.lefts.map(() => 0)
          : [0];
    const answered = await shop.rest('/api/quiz/papers/quiz-1/answers', { no: 1, choices });
    expect(paper(answered.body).questions[0]).toMatchObject({ judged: true, given: { choices } });
    expect((await shop.rest('/api/quiz/papers/quiz-1/answers', { no: 2, choices: [77] })).status).toBe(400);
    expect(paper((await shop.rest('/api/quiz/papers/quiz-1/hand-in', {})).body).score).toMatchObject({ marked: 3 });
    expect((await shop.rest('/api/quiz/papers/quiz-1/checks', { no: 1, checked: [] })).status).toBe(400);
    await signIn('xs02');
    expect((await shop.rest('/api/quiz/papers/quiz-1')).body).toMatchObject({
      error_response: { sub_code: 'isv.permission-denied' },
    });
    expect((await shop.rest('/api/quiz')).body).toMatchObject({ papers: [] });
    expect((await shop.rest('/api/quiz/papers/quiz-7')).status).toBe(404);
    await signIn('judge');
    expect((await shop.rest('/api/quiz/papers/quiz-1')).body).toMatchObject({ paper: { account: 'xs01' } });
    expect((await shop.rest('/api/quiz')).body).toMatchObject({ papers: [{ name: '陈思远', answered: 1 }] });
  });

  it('banks come and go as GIFT', async () => {
    await signIn('teacher');
    const bring = (gift: unknown) => shop.rest('/api/quiz/banks', { name: '期中', gift });
    expect((await bring('坏')).body).toMatchObject({
      error_response: { sub_msg: '第 1 行：没有 { }，不是一道题' },
    });
    const { banks } = (await bring('天蓝？{T}')).body as { banks: { bank: string }[] };
    const id = banks[1]?.bank ?? '';
    expect(banks[1]).toMatchObject({ name: '期中', by: 'teacher', marked: 1, others: 0 });
    expect((await shop.rest(`/api/quiz/banks/${id}/gift`)).body).toMatchObject({ name: '期中' });
    await signIn('xs01');
    expect((await shop.rest('/api/quiz/banks/course/gift')).status).toBe(400);
    expect((await shop.rest(`/api/quiz/banks/${id}/remove`, {})).status).toBe(400);
    await signIn('admin');
    expect((await shop.rest(`/api/quiz/banks/${id}/remove`, {})).body).toMatchObject({ banks: [{ bank: 'course' }] });
  });
});
