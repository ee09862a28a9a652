import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import type { Boot } from './api/boot.ts';
import { followWorld } from './client/world.ts';
import { followChats } from './components/chat/chat-store.ts';
import { ChatDrawer } from './components/chat/drawer.tsx';
import { SideMenu } from './components/frame/side-menu.tsx';
import { TopBar } from './components/frame/top-bar.tsx';
import { Toasts } from './components/toast.tsx';
import { BootCorrupt } from './pages/boot/boot-corrupt.tsx';
import { BootError } from './pages/boot/boot-error.tsx';
import { NoPage } from './pages/boot/no-page.tsx';
import { PricesPage, SoldPage } from './pages/sold/sold-page.tsx';
import { TradePage } from './pages/trade/trade-page.tsx';
import './style.css';

const BuyerApp = lazy(async () => (await import('./pages/buyer/buyer-app.tsx')).BuyerApp);
const LogisticsPage = lazy(async () => (await import('./pages/logistics/logistics-page.tsx')).LogisticsPage);
const RatesPage = lazy(async () => (await import('./pages/rates/rates-page.tsx')).RatesPage);
const ShippingPage = lazy(async () => (await import('./pages/shipping/shipping-page.tsx')).ShippingPage);
const ShipRoute = lazy(async () => (await import('./pages/shipping/ship-page.tsx')).ShipRoute);
const BatchPage = lazy(async () => (await import('./pages/shipping/batch-page.tsx')).BatchPage);
const ServicePage = lazy(async () => (await import('./pages/service/service-page.tsx')).ServicePage);
const OrdersPage = lazy(async () => (await import('./pages/orders/orders-page.tsx')).OrdersPage);
const SlipPage = lazy(async () => (await import('./pages/shipping/slip-page.tsx')).SlipPage);

const RefundsPage = lazy(async () => (await import('./pages/refunds/refunds-page.tsx')).RefundsPage);
const RefundRoute = lazy(async () => (await import('./pages/refunds/refund-page.tsx')).RefundRoute);
const AccountPage = lazy(async () => (await import('./pages/account/account-page.tsx')).AccountPage);
const RoundRoute = lazy(async () => (await import('./pages/account/round-page.tsx')).RoundRoute);
const RulesPage = lazy(async () => (await import('./pages/rules/rules-page.tsx')).RulesPage);
const QuizPage = lazy(async () => (await import('./pages/quiz/quiz-page.tsx')).QuizPage);
const PaperRoute = lazy(async () => (await import('./pages/quiz/paper-page.tsx')).PaperRoute);

/** The whole screen: the shop, or what kept it from opening. */
export function App({ boot }: { boot: Boot }) {
  if (boot.kind === 'error') return <BootError boot={boot} />;
  if (boot.kind === 'corrupt') return <BootCorrupt boot={boot} />;
  return (
    <LocationProvider>
      <Shop />
    </LocationProvider>
  );
}

function Shop() {
  const { path } = useLocation();
  useEffect(followWorld, []);
  useEffect(followChats, []);
  if (path === '/buyer' || path.startsWith('/buyer/')) {
    return (
      <>
        <ErrorBoundary>
          <BuyerApp />
        </ErrorBoundary>
        <Toasts />
      </>
    );
  }
  return (
    <>
      <TopBar />
      <div class="shop">
        <SideMenu path={path} />
        <div class="content">
          <ErrorBoundary>
            <Router>
              <Route path="/sold" component={SoldPage} />
              <Route path="/sold/:tid" component={TradeRoute} />
              <Route path="/prices" component={PricesPage} />
              <Route path="/rates" component={RatesPage} />
              <Route path="/logistics" component={LogisticsPage} />
              <Route path="/service" component={ServicePage} />
              <Route path="/shipping" component={ShippingPage} />
              <Route path="/shipping/batch" component={BatchPage} />
              <Route path="/shipping/:tid" component={ShipRoute} />
              <Route path="/shipping/:tid/slip" component={SlipPage} />
              <Route path="/refunds" component={RefundsPage} />
              <Route path="/refunds/:refund" component={RefundRoute} />
              <Route path="/orders" component={OrdersPage} />
              <Route path="/account" component={AccountPage} />
              <Route path="/account/rounds/:id" component={RoundRoute} />
              <Route path="/rules" component={RulesPage} />
              <Route path="/quiz" component={QuizPage} />
              <Route path="/quiz/:id" component={PaperRoute} />
              <Route default component={NoPage} />
            </Router>
          </ErrorBoundary>
        </div>
      </div>
      <ChatDrawer />
      <Toasts />
    </>
  );
}

/** A trade's page starts from nothing for every other trade. */
function TradeRoute({ params }: { params: { tid: string } }) {
  return <TradePage key={params.tid} tid={params.tid} />;
}
