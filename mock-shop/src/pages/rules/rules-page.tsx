import type { TrainingRules } from 'fixtures';
import { useLayoutEffect } from 'preact/hooks';
import { getAccount, getRules, getShifts, type SeenShift } from '../../client/training-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { RulesEditor } from './rules-editor.tsx';
import '../sold/sold.css';
import '../../components/training/desk-pages.css';
import './rules.css';

interface Known {
  rules: TrainingRules;
  presets: Record<string, TrainingRules>;
  mayChange: boolean;
  running: SeenShift[];
}

/** 规则设置: what the next rounds are like. Source: textbook 0.1, 4.2, 4.5. */
export function RulesPage() {
  const known = useAsked('rules', getKnown, ({ type }) => /^(?:rules|account|roster|shift)\./.test(type));
  useLayoutEffect(() => {
    document.title = '规则设置 - 练习店铺 · 卖家中心';
  }, []);
  return (
    <main class="page" id="content">
      <h1 class="page-title">规则设置</h1>
      {known.fault && <ErrorBar text={known.fault} onRetry={known.reload} />}
      {!known.value && !known.fault && <p class="faint">正在读取…</p>}
      {known.value && <Loaded known={known.value} />}
    </main>
  );
}

function Loaded({ known }: { known: Known }) {
  const { rules, presets, mayChange, running } = known;
  return (
    <>
      <p class="page-note">
        规则从下一轮实训起生效；每一轮开始时会抄下当时的规则，之后怎么改都不影响它。时间都是真实的秒。
      </p>
      {running.length > 0 && (
        <p class="rules-running" role="status" data-testid="rules-running">
          {running.map(({ shift_id, kind }) => `${SYSTEM[kind]}第 ${shift_id.split('-')[1]} 轮`).join('、')}
          正在进行，按它开始时的规则做到底。
        </p>
      )}
      {!mayChange && (
        <p class="rules-running" data-testid="rules-readonly">
          现在只能看。改规则要用管理员或教师的账号<a href="/account">登录</a>。
        </p>
      )}
      <RulesEditor rules={rules} presets={presets} mayChange={mayChange} />
    </>
  );
}

const SYSTEM = { service: '网店客服系统', orders: '网店订单管理' } as const;

async function getKnown(): Promise<Known> {
  const [{ rules, presets }, account, { shifts }] = await Promise.all([getRules(), getAccount(), getShifts()]);
  const mayChange = account?.role === 'admin' || account?.role === 'teacher';
  return { rules, presets, mayChange, running: shifts.filter(({ end }) => !end) };
}
